package io.github.defenderbff.signin;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.regex.Pattern;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Where a browser goes after sign-in: a path on this service, never another site (RFC
 * 9700 section 4.11). Any of {@code //} in the path, a backslash, a scheme, user
 * information, control characters or their encoded forms is refused rather than repaired,
 * and so is what could be another way to write a path: dot segments, path parameters, and
 * encodings of what needs none. What is left is the path that browsers will ask for, so
 * that one look tells whether it is the sign-in.
 *
 * @param value path, query and fragment, beginning with one slash
 */
record ReturnPath(String value) {

	static final ReturnPath HOME = new ReturnPath("/");

	private static final int MAXIMUM_LENGTH = 2048;

	/** Escapes of unreserved characters, of slashes and semicolons, and of escapes. */
	private static final Pattern NEEDLESS_ESCAPE = Pattern
		.compile("%(?:2[DdEeFf5]|3[0-9Bb]|[46][1-9A-Fa-f]|[57][0-9Aa]|5[Ff]|7[Ee])");

	private static final Pattern SIGN_IN = Pattern.compile(Pattern.quote(SignInPaths.LOGIN) + "(?:/.*)?",
			Pattern.CASE_INSENSITIVE);

	/**
	 * Checks what a caller sent.
	 * @param value the parameter; null or empty means home
	 * @throws NotAReturnPath if it could lead anywhere else
	 */
	static ReturnPath of(@Nullable String value) {
		if (value == null || value.isEmpty()) {
			return HOME;
		}
		if (!isLocal(value)) {
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
					&& path.indexOf('\\') < 0 && path.chars().noneMatch(Character::isISOControl)
					&& isPlain(uri.getRawPath());
		}
		catch (URISyntaxException _) {
			return false;
		}
	}

	private static boolean isPlain(String path) {
		return path.indexOf(';') < 0 && !NEEDLESS_ESCAPE.matcher(path).find()
				&& Arrays.stream(path.split("/")).noneMatch((segment) -> segment.equals(".") || segment.equals(".."))
				&& !SIGN_IN.matcher(path).matches();
	}

	/** The value would lead to another site, or to the sign-in. */
	static final class NotAReturnPath extends Failure {

		NotAReturnPath() {
			super(ProblemType.INVALID_PARAMETER,
					"returnTo must be a path on this service that begins with a single slash, and not the sign-in itself.");
			member("parameter", "returnTo");
		}

	}

}
