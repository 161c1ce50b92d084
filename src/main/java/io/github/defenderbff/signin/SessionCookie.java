package io.github.defenderbff.signin;

/**
 * The cookie that carries the session.
 *
 * @param name its name, which depends on how browsers reach this service
 */
public record SessionCookie(String name) {

}
