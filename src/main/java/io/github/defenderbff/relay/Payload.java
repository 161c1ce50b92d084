package io.github.defenderbff.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.Instant;

import io.github.defenderbff.quota.RateLimits;
import io.github.defenderbff.responsecache.StoredAnswer;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;

/**
 * Defender's answer as bytes. Nothing is parsed on the way through, so unknown properties
 * reach the frontend; {@code T} is for the documentation and for those who read it. A
 * large answer is not held: it passes as it arrives, and can be read once.
 *
 * @param <T> the documented type
 */
public final class Payload<T> implements AutoCloseable {

	private final int status;

	private final byte @Nullable [] held;

	private final InputStream body;

	private final @Nullable StoredAnswer answer;

	private final Instant receivedAt;

	private final CacheStatus cacheStatus;

	private final boolean storable;

	private final @Nullable RateLimits rateLimits;

	private Payload(int status, byte @Nullable [] held, InputStream body, @Nullable StoredAnswer answer,
			Instant receivedAt, CacheStatus cacheStatus, boolean storable, @Nullable RateLimits rateLimits) {
		this.status = status;
		this.held = held;
		this.body = body;
		this.answer = answer;
		this.receivedAt = receivedAt;
		this.cacheStatus = cacheStatus;
		this.storable = storable;
		this.rateLimits = rateLimits;
	}

	/** An answer that is there. */
	static Payload<?> received(int status, byte[] bytes, Instant at) {
		return new Payload<>(status, bytes, InputStream.nullInputStream(), null, at, CacheStatus.BYPASS, true, null);
	}

	/** An answer that is on its way. */
	static Payload<?> arriving(int status, InputStream body, Instant at) {
		return new Payload<>(status, null, body, null, at, CacheStatus.BYPASS, true, null);
	}

	/** An answer that is kept, or could be. */
	static Payload<?> kept(StoredAnswer answer, CacheStatus how) {
		return new Payload<>(HttpStatus.OK.value(), answer.bytes(), InputStream.nullInputStream(), answer,
				answer.receivedAt(), how, true, null);
	}

	/**
	 * The same, compressed; null where it is too short for that, or will not be used
	 * again.
	 */
	@Nullable Payload<T> gzipped() {
		return (this.answer == null || this.answer.gzip().length == 0) ? null
				: new Payload<>(this.status, this.answer.gzip(), this.body, this.answer, this.receivedAt,
						this.cacheStatus, this.storable, this.rateLimits);
	}

	Payload<T> withCacheStatus(CacheStatus how) {
		return new Payload<>(this.status, this.held, this.body, this.answer, this.receivedAt, how, this.storable,
				this.rateLimits);
	}

	Payload<T> withRateLimits(@Nullable RateLimits standing) {
		return new Payload<>(this.status, this.held, this.body, this.answer, this.receivedAt, this.cacheStatus,
				this.storable, standing);
	}

	/** The same, which Defender forbids to store (RFC 9111 section 5.2.2.5). */
	Payload<T> neverStored() {
		return new Payload<>(this.status, this.held, this.body, this.answer, this.receivedAt, this.cacheStatus, false,
				this.rateLimits);
	}

	/** Whether it is held, and Defender does not forbid to store it. */
	boolean isStorable() {
		return this.held != null && this.storable;
	}

	/** The status Defender answered with, always 2xx. */
	public int status() {
		return this.status;
	}

	/** The whole body, not to be changed; null where it is too large to be held. */
	public byte @Nullable [] held() {
		return this.held;
	}

	/**
	 * The JSON text, which can be read once. Reading it fails with a problem when
	 * Defender does not send it to its end.
	 */
	public InputStream body() {
		return (this.held != null) ? new ByteArrayInputStream(this.held) : this.body;
	}

	/** A strong entity tag, quotes included; null where the answer is not stored. */
	public @Nullable String etag() {
		return (this.answer != null) ? this.answer.etag() : null;
	}

	/** When Defender gave this answer. */
	public Instant receivedAt() {
		return this.receivedAt;
	}

	/** How the cache took part in this answer. */
	CacheStatus cacheStatus() {
		return this.cacheStatus;
	}

	/**
	 * How the caller stands with Defender's limits; null where Defender was not asked.
	 */
	@Nullable RateLimits rateLimits() {
		return this.rateLimits;
	}

	/**
	 * How far apart further calls of the same operation may be if what is left of its
	 * limits is to last; null where Defender was not asked.
	 */
	public @Nullable Duration pace() {
		return (this.rateLimits != null) ? this.rateLimits.pace() : null;
	}

	/** Lets go of what has not arrived. */
	@Override
	public void close() throws IOException {
		this.body.close();
	}

	@Override
	public String toString() {
		return "Payload[status=" + this.status + ", "
				+ ((this.held != null) ? this.held.length + " bytes]" : "arriving]");
	}

}
