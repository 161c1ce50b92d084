package io.github.defenderbff.responsecache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * An answer of Defender's as it is kept.
 *
 * @param bytes the body; not to be changed
 * @param etag a strong entity tag over the bytes, quotes included
 * @param receivedAt when Defender gave it
 * @param lifetime how long it is fresh
 * @param about the entities it shows
 * @param subject the machine it is limited to; null where it may show any
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredAnswer(byte[] bytes, String etag, Instant receivedAt, Duration lifetime, Set<String> about,
		@Nullable String subject) {

	/** Keeps an answer, computing its entity tag. */
	public static StoredAnswer of(byte[] bytes, Instant receivedAt, Duration lifetime, Set<String> about,
			@Nullable String subject) {
		return new StoredAnswer(bytes, etag(bytes), receivedAt, lifetime, about, subject);
	}

	private static String etag(byte[] bytes) {
		try {
			var digest = MessageDigest.getInstance("SHA-256").digest(bytes);
			return "\"" + Base64.getUrlEncoder().withoutPadding().encodeToString(digest).substring(0, 22) + "\"";
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Whether a change to these entities, or to one machine, makes the answer out of
	 * date.
	 */
	boolean touchedBy(Set<String> entities, @Nullable String machine) {
		if (entities.stream().noneMatch(this.about::contains)) {
			return false;
		}
		return machine == null || this.subject == null || machine.equals(this.subject);
	}

}
