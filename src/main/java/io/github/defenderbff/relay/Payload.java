package io.github.defenderbff.relay;

import java.time.Instant;

import io.github.defenderbff.responsecache.StoredAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;

/**
 * Defender's answer as bytes. Nothing is parsed on the way through, so unknown properties
 * reach the frontend; {@code T} is for the documentation and for those who read it.
 *
 * @param <T> the documented type
 */
public final class Payload<T> {

	private final int status;

	private final byte[] bytes;

	private final @Nullable MediaType contentType;

	private final @Nullable String etag;

	private final Instant receivedAt;

	private final CacheStatus cacheStatus;

	private Payload(int status, byte[] bytes, @Nullable MediaType contentType, @Nullable String etag,
			Instant receivedAt, CacheStatus cacheStatus) {
		this.status = status;
		this.bytes = bytes;
		this.contentType = contentType;
		this.etag = etag;
		this.receivedAt = receivedAt;
		this.cacheStatus = cacheStatus;
	}

	static Payload<?> received(int status, byte[] bytes, @Nullable MediaType contentType, Instant at) {
		return new Payload<>(status, bytes, contentType, null, at, CacheStatus.BYPASS);
	}

	/** An answer from the cache. */
	static Payload<?> stored(StoredAnswer answer) {
		var type = answer.contentType();
		return new Payload<>(HttpStatus.OK.value(), answer.bytes(),
				(type != null) ? MediaType.parseMediaType(type) : null, answer.etag(), answer.receivedAt(),
				CacheStatus.HIT);
	}

	Payload<T> withEtag(String strongEtag) {
		return new Payload<>(this.status, this.bytes, this.contentType, strongEtag, this.receivedAt, this.cacheStatus);
	}

	Payload<T> withCacheStatus(CacheStatus how) {
		return new Payload<>(this.status, this.bytes, this.contentType, this.etag, this.receivedAt, how);
	}

	/** The status Defender answered with, always 2xx. */
	public int status() {
		return this.status;
	}

	/** The body; not to be changed. */
	public byte[] bytes() {
		return this.bytes;
	}

	/** The body's media type; null where there is no body. */
	public @Nullable MediaType contentType() {
		return this.contentType;
	}

	/** A strong entity tag, quotes included; null where the answer is not stored. */
	public @Nullable String etag() {
		return this.etag;
	}

	/** When Defender gave this answer. */
	public Instant receivedAt() {
		return this.receivedAt;
	}

	/** How the cache took part in this answer. */
	CacheStatus cacheStatus() {
		return this.cacheStatus;
	}

	@Override
	public String toString() {
		return "Payload[status=" + this.status + ", " + this.bytes.length + " bytes]";
	}

}
