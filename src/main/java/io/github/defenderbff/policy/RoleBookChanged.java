package io.github.defenderbff.policy;

/** Another role book is in force from now on. */
public record RoleBookChanged() {

}
