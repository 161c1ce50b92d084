package io.github.defenderbff.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser goes after sign-in: a path on this service, never another site (RFC
 * 9700 section 4.11). Any of {@code //} in the path, a backslash, a scheme, user
 * information, control characters or their encoded forms is refused rather than repaired.
 *
 * @param value path, query and fragment, beginning with one slash
 */
record ReturnPath(String value) {

	static final ReturnPath HOME = new ReturnPath("/");

	private static final int MAXIMUM_LENGTH = 2048;

	/**
	 * Checks what a caller sent.
	 * @param value the parameter; null or empty means home
	 * @throws NotAReturnPath if it could lead anywhere else
	 */
	static ReturnPath of(@Nullable String value) {
		if (value == null || value.isEmpty()) {
			return HOME;
		}
		if (!isLocal(value) || value.toLowerCase(Locale.ROOT).startsWith(SignInPaths.LOGIN)) {
			throw new NotAReturnPath();
		}
		return new ReturnPath(value);
	}

	private static boolean isLocal(String value) {
		if (value.length() > MAXIMUM_LENGTH || !value.startsWith("/") || value.startsWith("//")
				|| value.indexOf('\\') >= 0) {
			return false;
		}
		try {
			var uri = new URI(value);
			var path = uri.getPath();
			return !uri.isAbsolute() && uri.getRawAuthority() == null && path.startsWith("/") && !path.contains("//")
					&& path.indexOf('\\') < 0 && path.chars().noneMatch(Character::isISOControl);
		}
		catch (URISyntaxException _) {
			return false;
		}
	}

	/** The value would lead to another site. */
	static final class NotAReturnPath extends Failure {

		NotAReturnPath() {
			super(ProblemType.INVALID_PARAMETER,
					"returnTo must be a path on this service that begins with a single slash, and not the sign-in itself.");
			member("parameter", "returnTo");
		}

	}

}
