package io.github.defenderbff.relay;

import java.io.InputStream;
import java.net.URI;
import java.util.function.UnaryOperator;

import io.github.defenderbff.signin.Resource;

/**
 * Another place where an operation is answered, with a token for that place. Whoever
 * wants one declares it as a bean. The request's body is sent there as it is, and errors
 * there must have Defender's form.
 *
 * @param operation the operation's id
 * @param baseUrl where it is, without a slash at the end
 * @param path the path below that
 * @param resource what the token is for
 * @param translation makes Defender's answer of the one that is read; it fails on reading
 * if that is not whole
 */
public record Detour(String operation, URI baseUrl, String path, Resource resource,
		UnaryOperator<InputStream> translation) {

}
