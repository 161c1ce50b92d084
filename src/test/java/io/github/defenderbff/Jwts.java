package io.github.defenderbff;

import java.util.regex.Pattern;

/**
 * What every JWT in a text looks like: the head of its JSON in Base64, and a dot. The
 * three letters alone turn up in random names.
 */
public final class Jwts {

	public static final Pattern IN_TEXT = Pattern.compile("eyJ[A-Za-z0-9_-]{8,}\\.");

	private Jwts() {
	}

	public static boolean isIn(String text) {
		return IN_TEXT.matcher(text).find();
	}

}
