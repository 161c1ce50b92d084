package io.github.defenderbff.sealing;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;

import io.github.defenderbff.problem.SettingProblem;

/**
 * The keys that all replicas share: the first one seals and names, all of them open. Each
 * purpose has keys of its own, derived from these (HKDF, RFC 5869), so that what was
 * sealed for one purpose cannot be passed off as another's.
 */
public final class KeyRing {

	private static final String ACTION = "Set SESSION_KEYS to the base64 form of 32 random bytes, such as "
			+ "'openssl rand -base64 32' prints; several are separated by commas, the first one seals.";

	private final List<MasterKey> keys;

	private KeyRing(List<MasterKey> keys) {
		this.keys = keys;
	}

	/**
	 * Reads keys of 32 bytes in base64, separated by commas.
	 * @throws SettingProblem if there is none, or one is malformed; it does not tell the
	 * key
	 */
	public static KeyRing of(String setting) {
		var texts = Arrays.stream(setting.split(",", -1)).map(String::strip).toList();
		if (texts.stream().allMatch(String::isEmpty)) {
			throw new SettingProblem("SESSION_KEYS is not set.", ACTION);
		}
		return new KeyRing(texts.stream().map((text) -> read(text, texts.indexOf(text) + 1)).toList());
	}

	/** One key that nobody else has, and that is gone with this process. */
	static KeyRing random() {
		var bytes = new byte[MasterKey.LENGTH];
		new SecureRandom().nextBytes(bytes);
		return new KeyRing(List.of(new MasterKey(bytes)));
	}

	private static MasterKey read(String text, int place) {
		try {
			var bytes = Base64.getDecoder().decode(text);
			if (bytes.length == MasterKey.LENGTH) {
				return new MasterKey(bytes);
			}
			throw new SettingProblem("Key " + place + " of SESSION_KEYS has " + bytes.length + " bytes, not 32.",
					ACTION);
		}
		catch (IllegalArgumentException _) {
			throw new SettingProblem("Key " + place + " of SESSION_KEYS is not base64.", ACTION);
		}
	}

	/** Each key as a ring of its own, in their order. */
	public List<KeyRing> each() {
		return this.keys.stream().map((key) -> new KeyRing(List.of(key))).toList();
	}

	/** Seals and opens values for a purpose. */
	public Seal seal(String purpose) {
		return new Seal(purpose, this.keys);
	}

	/** Names things for a purpose, with the first key. */
	public KeyedNames names(String purpose) {
		return new KeyedNames(this.keys.getFirst().derive("names " + purpose, "HmacSHA256"));
	}

}
