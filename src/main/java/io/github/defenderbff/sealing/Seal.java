package io.github.defenderbff.sealing;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.SecretKey;
import javax.crypto.spec.GCMParameterSpec;

/**
 * Encrypts values for one purpose with AES-256-GCM, and tells whether one was changed.
 * Nonces are random, which holds for some four thousand million values of one key and
 * purpose. Safe for use by several threads.
 */
public final class Seal {

	private static final byte VERSION = 1;

	private static final int NONCE_LENGTH = 12;

	private static final int TAG_BITS = 128;

	private static final int HEAD_LENGTH = 1 + MasterKey.ID_LENGTH;

	private static final int OVERHEAD = HEAD_LENGTH + NONCE_LENGTH + TAG_BITS / 8;

	private static final SecureRandom RANDOM = new SecureRandom();

	private final byte[] purpose;

	private final List<Derived> keys;

	Seal(String purpose, List<MasterKey> keys) {
		this.purpose = purpose.getBytes(StandardCharsets.UTF_8);
		this.keys = keys.stream().map((key) -> new Derived(key, key.derive("seal " + purpose, "AES"))).toList();
	}

	/** The value, sealed with the first key. */
	public byte[] seal(byte[] value) {
		var key = this.keys.getFirst();
		var nonce = new byte[NONCE_LENGTH];
		RANDOM.nextBytes(nonce);
		var head = ByteBuffer.allocate(HEAD_LENGTH).put(VERSION).put(key.master().id()).array();
		try {
			var sealed = cipher(Cipher.ENCRYPT_MODE, key.secret(), nonce, head).doFinal(value);
			return ByteBuffer.allocate(OVERHEAD + value.length).put(head).put(nonce).put(sealed).array();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * The value that was sealed; empty where it was changed, sealed for another purpose,
	 * or with a key that is not on the ring.
	 */
	public Optional<byte[]> open(byte[] sealed) {
		if (sealed.length < OVERHEAD || sealed[0] != VERSION) {
			return Optional.empty();
		}
		var rest = ByteBuffer.wrap(sealed);
		var head = take(rest, HEAD_LENGTH);
		var id = ByteBuffer.wrap(head, 1, MasterKey.ID_LENGTH);
		var keyId = take(id, MasterKey.ID_LENGTH);
		return this.keys.stream().filter((key) -> key.master().is(keyId)).findFirst().flatMap((key) -> {
			var nonce = take(rest, NONCE_LENGTH);
			return open(key.secret(), nonce, head, take(rest, rest.remaining()));
		});
	}

	/**
	 * Whether a sealed value was sealed with the first key, and not with an older one.
	 */
	public boolean isOfFirstKey(byte[] sealed) {
		return sealed.length >= OVERHEAD
				&& this.keys.getFirst().master().is(Arrays.copyOfRange(sealed, 1, HEAD_LENGTH));
	}

	private Optional<byte[]> open(SecretKey key, byte[] nonce, byte[] head, byte[] sealed) {
		try {
			return Optional.of(cipher(Cipher.DECRYPT_MODE, key, nonce, head).doFinal(sealed));
		}
		catch (AEADBadTagException _) {
			return Optional.empty();
		}
		catch (GeneralSecurityException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static byte[] take(ByteBuffer from, int length) {
		var taken = new byte[length];
		from.get(taken);
		return taken;
	}

	private Cipher cipher(int mode, SecretKey key, byte[] nonce, byte[] head) throws GeneralSecurityException {
		var cipher = Cipher.getInstance("AES/GCM/NoPadding");
		cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
		cipher.updateAAD(head);
		cipher.updateAAD(this.purpose);
		return cipher;
	}

	/** A key of the ring, and what is derived from it for the purpose. */
	private record Derived(MasterKey master, SecretKey secret) {

	}

}
