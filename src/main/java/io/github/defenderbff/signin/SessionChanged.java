package io.github.defenderbff.signin;

/**
 * A person signed in, signed out, or has another grant than before: whatever was
 * remembered for this person may no longer hold.
 *
 * @param person whose session it was
 */
public record SessionChanged(Person person) {

}
