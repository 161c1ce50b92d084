package io.github.defenderbff.sealing;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Base64;

import javax.crypto.Mac;
import javax.crypto.SecretKey;

/**
 * Names things without telling what they are: the same thing has always the same name,
 * and nobody without the key can tell which (HMAC-SHA256, of which 128 bits are used).
 * Safe for use by several threads.
 */
public final class KeyedNames {

	private static final int LENGTH = 16;

	private final SecretKey key;

	KeyedNames(SecretKey key) {
		this.key = key;
	}

	/** The name of a thing: 22 letters, digits, dashes and underscores. */
	public String of(byte[] thing) {
		try {
			var mac = Mac.getInstance("HmacSHA256");
			mac.init(this.key);
			var digest = Arrays.copyOf(mac.doFinal(thing), LENGTH);
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
