package io.github.defenderbff.audit;

import io.github.defenderbff.signin.Subject;

/**
 * Something that somebody wants done.
 *
 * @param subject who wants it
 * @param operation what, as an operation's id
 * @param target to what: the path of the call on this service, without its query
 */
public record Deed(Subject subject, String operation, String target) {

}
