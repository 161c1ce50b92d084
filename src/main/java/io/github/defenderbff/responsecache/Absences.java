package io.github.defenderbff.responsecache;

import java.time.Duration;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import org.jspecify.annotations.Nullable;

/** What was asked for a moment ago and is not there, so that nobody asks in a loop. */
final class Absences {

	static final Duration REMEMBERED = Duration.ofSeconds(2);

	private static final int MAXIMUM = 10_000;

	private final Cache<Key, Absence> absences;

	Absences(Ticker ticker) {
		this.absences = Caffeine.newBuilder().maximumSize(MAXIMUM).expireAfterWrite(REMEMBERED).ticker(ticker).build();
	}

	@Nullable RuntimeException find(Key key) {
		var absence = this.absences.getIfPresent(key);
		return (absence != null) ? absence.notFound() : null;
	}

	void store(Key key, RuntimeException notFound, Tags tags) {
		this.absences.put(key, new Absence(notFound, tags));
	}

	void forget(Key key) {
		this.absences.invalidate(key);
	}

	void forget(Change change) {
		this.absences.asMap().values().removeIf((absence) -> change.touches(absence.tags()));
	}

	private record Absence(RuntimeException notFound, Tags tags) {

	}

}
