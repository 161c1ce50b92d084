package io.github.sandbox.organisation;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Stable invented identifiers: the digest of a name. */
final class Digest {

	private Digest() {
	}

	static String hex(String algorithm, String name) {
		try {
			byte[] digest = MessageDigest.getInstance(algorithm).digest(name.getBytes(StandardCharsets.UTF_8));
			return HexFormat.of().formatHex(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
