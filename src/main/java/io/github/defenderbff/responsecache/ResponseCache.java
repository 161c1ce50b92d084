package io.github.defenderbff.responsecache;

import java.time.Duration;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import io.github.defenderbff.signin.SessionChanged;
import org.jspecify.annotations.Nullable;

import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * Keeps answers while they are fresh. A change makes every answer it touches unfindable,
 * in all partitions, including those that were on their way while it happened.
 */
@Component
public final class ResponseCache {

	/** The name under which Spring's cache manager knows this cache. */
	public static final String NAME = "responses";

	/** About what an entry costs besides its body, in bytes. */
	private static final int OVERHEAD = 512;

	private final Cache<Key, StoredAnswer> answers;

	private final AtomicLong changes = new AtomicLong();

	private final ReadWriteLock storing = new ReentrantReadWriteLock();

	private final long maximumEntry;

	ResponseCache(ResponseCacheProperties properties, CaffeineCacheManager caches) {
		this.maximumEntry = properties.maximumEntry().toBytes();
		this.answers = Caffeine.newBuilder()
			.maximumWeight(properties.maximumSize().toBytes())
			.weigher((Key key, StoredAnswer answer) -> OVERHEAD + answer.bytes().length)
			.expireAfter(Expiry.<Key, StoredAnswer>writing((_, answer) -> answer.lifetime()))
			.recordStats()
			.build();
		caches.registerCustomCache(NAME, untyped(this.answers));
	}

	@SuppressWarnings("unchecked")
	private static Cache<Object, Object> untyped(Cache<?, ?> cache) {
		return (Cache<Object, Object>) cache;
	}

	/** The fresh answer for the key; null when there is none. */
	public @Nullable StoredAnswer find(Key key) {
		return this.answers.getIfPresent(key);
	}

	/**
	 * A mark to be taken before Defender is asked; an answer is stored, and shared, only
	 * with those who asked after the same changes.
	 */
	public long mark() {
		return this.changes.get();
	}

	/**
	 * Stores an answer, unless it is too large or a change happened since the mark; tells
	 * whether it did.
	 */
	public boolean store(Key key, StoredAnswer answer, long mark) {
		if (answer.bytes().length > this.maximumEntry || answer.lifetime().compareTo(Duration.ZERO) <= 0) {
			return false;
		}
		this.storing.readLock().lock();
		try {
			var current = this.changes.get() == mark;
			if (current) {
				this.answers.put(key, answer);
			}
			return current;
		}
		finally {
			this.storing.readLock().unlock();
		}
	}

	/**
	 * Outdates all marks. Whoever is storing finishes first, so that what they store is
	 * there to be forgotten.
	 */
	private void outdateMarks() {
		this.storing.writeLock().lock();
		try {
			this.changes.incrementAndGet();
		}
		finally {
			this.storing.writeLock().unlock();
		}
	}

	/**
	 * Forgets what a change may have made out of date.
	 * @param entities the entities it changed
	 * @param machine the one machine it changed; null where it may have been any
	 */
	public void changed(Set<String> entities, @Nullable String machine) {
		outdateMarks();
		this.answers.asMap().values().removeIf((answer) -> answer.touchedBy(entities, machine));
	}

	/** Forgets everything that was stored for a person whose session changed. */
	@EventListener
	void forget(SessionChanged event) {
		var partition = new Partition(event.person().subject());
		outdateMarks();
		this.answers.asMap().keySet().removeIf((key) -> key.partition().equals(partition));
	}

}
