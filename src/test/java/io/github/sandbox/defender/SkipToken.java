package io.github.sandbox.defender;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** A place in a list, unreadable for clients. */
final class SkipToken {

	static final String PARAMETER = "$skiptoken";

	private static final String PREFIX = "rows-before:";

	private SkipToken() {
	}

	static String of(int skip) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString((PREFIX + skip).getBytes(StandardCharsets.UTF_8));
	}

	static int read(String token) {
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
			return Integer.parseInt(text.replace(PREFIX, ""));
		}
		catch (IllegalArgumentException _) {
			throw Refusal.odata("Invalid value '%s' for %s.".formatted(token, PARAMETER));
		}
	}

}
