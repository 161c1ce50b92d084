package io.github.defenderbff.views;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;

/** Short texts that stand for bytes: another one for other bytes. */
final class Digest {

	private static final int LENGTH = 22;

	private Digest() {
	}

	/** 22 characters of Base64 for URLs, which is 132 bits of SHA-256. */
	static String of(byte[] bytes) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, LENGTH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
