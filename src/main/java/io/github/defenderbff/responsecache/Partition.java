package io.github.defenderbff.responsecache;

import io.github.defenderbff.signin.Subject;

/**
 * Those who may share an entry: by default one person, or one application. It is a type
 * of its own so that a key without one cannot be written.
 *
 * @param subject whose entries they are
 */
public record Partition(Subject subject) {

}
