package io.github.defenderbff.responsecache;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Ticker;
import io.github.defenderbff.signin.SessionChanged;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cache.caffeine.CaffeineCacheManager;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.util.function.SingletonSupplier;

/**
 * Keeps answers while they are of use. A change makes every answer it touches unfindable,
 * in all partitions, including those that were on their way while it happened.
 */
@Component
public final class ResponseCache {

	/** The name under which Spring's cache manager knows this cache. */
	public static final String NAME = "responses";

	/** About what an entry costs besides its body and its parameters, in bytes. */
	private static final int OVERHEAD = 512;

	private final Cache<Key, StoredAnswer> answers;

	private final Absences absences;

	private final ChangeLog changes = new ChangeLog();

	private final ReadWriteLock storing = new ReentrantReadWriteLock();

	private final ObjectProvider<Peers> peers;

	private final SingletonSupplier<SecondLevel> secondLevel;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final long maximumEntry;

	private final Sharing sharing;

	ResponseCache(ResponseCacheProperties properties, CaffeineCacheManager caches, ObjectProvider<Peers> peers,
			ObjectProvider<SecondLevel> secondLevel, Clock clock, ApplicationEventPublisher events) {
		this.maximumEntry = properties.maximumEntry().toBytes();
		this.sharing = properties.sharing();
		this.peers = peers;
		this.secondLevel = SingletonSupplier.of(() -> secondLevel.getIfAvailable(() -> SecondLevel.NONE));
		this.clock = clock;
		this.events = events;
		Ticker ticker = () -> TimeUnit.MILLISECONDS.toNanos(clock.millis());
		this.absences = new Absences(ticker);
		this.answers = Caffeine.newBuilder()
			.executor(Runnable::run)
			.maximumWeight(properties.maximumSize().toBytes())
			.weigher(ResponseCache::weight)
			.expireAfter(Expiry.<Key, StoredAnswer>writing((_, answer) -> answer.lifetime().whole()))
			.ticker(ticker)
			.recordStats()
			.build();
		caches.registerCustomCache(NAME, untyped(this.answers));
	}

	private static int weight(Key key, StoredAnswer answer) {
		return OVERHEAD + 2 * key.parameters().length() + answer.bytes().length + answer.gzip().length;
	}

	@SuppressWarnings("unchecked")
	private static Cache<Object, Object> untyped(Cache<?, ?> cache) {
		return (Cache<Object, Object>) cache;
	}

	/** Who may be given the same answer. */
	public Sharing sharing() {
		return this.sharing;
	}

	/** How full the cache of this instance is. */
	public Occupancy occupancy() {
		var bound = this.answers.policy().eviction().orElseThrow();
		return new Occupancy(this.answers.estimatedSize(), bound.weightedSize().orElseThrow(), bound.getMaximum(),
				this.answers.stats().evictionCount());
	}

	/** The answer for the key, fresh or not; null when there is none. */
	public @Nullable StoredAnswer find(Key key) {
		return this.answers.getIfPresent(key);
	}

	/** The answer for the key if it is fresh. */
	public @Nullable StoredAnswer findFresh(Key key) {
		var answer = find(key);
		return (answer != null && answer.at(this.clock.instant()) == Freshness.FRESH) ? answer : null;
	}

	/**
	 * The answer for the key if a change may rest on it, whatever an operator calls
	 * fresh.
	 */
	public @Nullable StoredAnswer findProof(Key key) {
		var answer = findFresh(key);
		return (answer != null && answer.age(this.clock.instant()).compareTo(Kind.RECORDS.lifetime().fresh()) < 0)
				? answer : null;
	}

	/** How much longer an answer is fresh; negative when it was. */
	public Duration timeToLive(StoredAnswer answer) {
		return answer.timeToLive(this.clock.instant());
	}

	/** The failure to find the thing a moment ago; null when there was none. */
	public @Nullable RuntimeException findAbsence(Key key) {
		return this.absences.find(key);
	}

	/** What another replica was told; to be looked for before Defender is asked. */
	public SecondLevel.Found findElsewhere(Key key, Tags tags) {
		return this.secondLevel.obtain().find(key, tags);
	}

	/** A mark to be taken before Defender is asked. */
	public long mark() {
		return this.changes.mark();
	}

	/** Whether something changed since the mark that an answer with these tags shows. */
	public boolean overtaken(long mark, Tags tags) {
		return this.changes.overtook(mark, tags);
	}

	/**
	 * Stores an answer, unless it is too large or a change overtook it; tells whether it
	 * did. What was known before one that is too large is forgotten.
	 */
	public boolean store(Key key, StoredAnswer answer, long mark) {
		if (answer.bytes().length > this.maximumEntry || !answer.lifetime().stores()) {
			forget(key);
			return false;
		}
		return unlessOvertaken(mark, answer.tags(), () -> {
			this.answers.put(key, answer);
			this.absences.forget(key);
		});
	}

	/** Remembers for a moment that there is no such thing. */
	public void storeAbsence(Key key, RuntimeException notFound, Tags tags, long mark) {
		this.secondLevel.obtain().forget(key);
		unlessOvertaken(mark, tags, () -> {
			this.answers.invalidate(key);
			this.absences.store(key, notFound, tags);
		});
	}

	/** Forgets what is known under the key, since it is so no longer. */
	public void forget(Key key) {
		this.secondLevel.obtain().forget(key);
		this.answers.invalidate(key);
		this.absences.forget(key);
	}

	private boolean unlessOvertaken(long mark, Tags tags, Runnable storing) {
		this.storing.readLock().lock();
		try {
			var current = !overtaken(mark, tags);
			if (current) {
				storing.run();
			}
			return current;
		}
		finally {
			this.storing.readLock().unlock();
		}
	}

	/**
	 * Forgets what a change made out of date, here and on all replicas: elsewhere first,
	 * or what is found there a moment too early would be kept here.
	 */
	public void forget(Change change) {
		this.peers.ifAvailable((others) -> others.tell(change));
		forgetHere(change);
	}

	/**
	 * Forgets what a change made out of date, here only, and publishes that it did.
	 * Whoever is storing finishes first, so that what they store is there to be
	 * forgotten.
	 */
	public void forgetHere(Change change) {
		this.storing.writeLock().lock();
		try {
			this.changes.add(change);
		}
		finally {
			this.storing.writeLock().unlock();
		}
		this.answers.asMap().values().removeIf((answer) -> change.touches(answer.tags()));
		this.absences.forget(change);
		this.events.publishEvent(new Forgotten(change));
	}

	@EventListener
	void forget(SessionChanged event) {
		forget(new Change.OfSubject(event.person().subject()));
	}

}
