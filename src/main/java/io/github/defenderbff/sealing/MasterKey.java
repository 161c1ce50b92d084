package io.github.defenderbff.sealing;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;

import javax.crypto.KDF;
import javax.crypto.SecretKey;
import javax.crypto.spec.HKDFParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** One key of the ring, of which only derived keys are used. */
final class MasterKey {

	/** How many bytes it has, and every derived key. */
	static final int LENGTH = 32;

	static final int ID_LENGTH = 8;

	private final byte[] bytes;

	private final byte[] id;

	MasterKey(byte[] bytes) {
		this.bytes = bytes.clone();
		this.id = Arrays.copyOf(derive("id", "Generic").getEncoded(), ID_LENGTH);
	}

	/** What it is recognised by; reveals nothing of it. */
	byte[] id() {
		return this.id.clone();
	}

	boolean is(byte[] otherId) {
		return Arrays.equals(this.id, otherId);
	}

	SecretKey derive(String purpose, String algorithm) {
		var parameters = HKDFParameterSpec.ofExtract()
			.addIKM(new SecretKeySpec(this.bytes, "Generic"))
			.thenExpand(("defender-bff " + purpose).getBytes(StandardCharsets.UTF_8), LENGTH);
		try {
			return KDF.getInstance("HKDF-SHA256").deriveKey(algorithm, parameters);
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
