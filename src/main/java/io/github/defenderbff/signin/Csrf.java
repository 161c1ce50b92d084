package io.github.defenderbff.signin;

/**
 * How a frontend sends the CSRF token.
 *
 * @param cookie the cookie a script reads
 * @param header the header it sends the cookie's value in, with every unsafe method
 */
public record Csrf(String cookie, String header) {

}
