package io.github.sandbox.entra;

/**
 * A request the Graph look-alike received.
 *
 * @param pathAndQuery the path and query as sent
 * @param authorised whether its token was good for what it asked
 */
public record GraphRequest(String pathAndQuery, boolean authorised) {

}
