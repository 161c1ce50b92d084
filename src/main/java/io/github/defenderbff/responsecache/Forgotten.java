package io.github.defenderbff.responsecache;

/**
 * What is known changed, here or on another replica, and is forgotten here from now on.
 *
 * @param change what changed
 */
public record Forgotten(Change change) {

}
