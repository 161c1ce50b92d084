package io.github.defenderbff.responsecache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

/**
 * An answer of Defender's as it is kept.
 *
 * @param bytes the body; not to be changed
 * @param gzip the body compressed; empty where that would save nothing; not to be changed
 * @param etag a strong entity tag over the bytes, quotes included
 * @param receivedAt when Defender gave it
 * @param lifetime how long it may be served
 * @param tags what makes it out of date
 */
@SuppressWarnings("ArrayRecordComponent")
public record StoredAnswer(byte[] bytes, byte[] gzip, String etag, Instant receivedAt, Lifetime lifetime, Tags tags) {

	/** Keeps an answer, computing its entity tag and its compressed form. */
	public static StoredAnswer of(byte[] bytes, Instant receivedAt, Lifetime lifetime, Tags tags) {
		return new StoredAnswer(bytes, Gzip.twin(bytes), etag(bytes), receivedAt, lifetime, tags);
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

	/** What it is good for at a time. */
	public Freshness at(Instant now) {
		return this.lifetime.at(age(now));
	}

	/** Whether it may be served at a time if no newer one can be had. */
	public boolean isGoodIfError(Instant now) {
		return this.lifetime.allowsIfError(age(now));
	}

	/** How much longer it is fresh; negative when it was. */
	public Duration timeToLive(Instant now) {
		return this.lifetime.fresh().minus(age(now));
	}

	/** How long ago Defender gave it. */
	public Duration age(Instant now) {
		return Duration.between(this.receivedAt, now);
	}

}
