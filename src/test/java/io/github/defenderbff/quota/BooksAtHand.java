package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;

import org.jspecify.annotations.Nullable;

/** Shared books in memory, which can be away, lost, and ahead of time. */
final class BooksAtHand implements SharedBooks {

	private static final Page EMPTY = new Page(List.of("0"), 0, new byte[0], Duration.ZERO);

	private final Map<String, Page> pages = new ConcurrentHashMap<>();

	private final AtomicInteger versions = new AtomicInteger();

	Duration ahead = Duration.ZERO;

	boolean away;

	void lose() {
		this.pages.clear();
	}

	@Override
	public synchronized @Nullable Page read(String family, @Nullable Page known) {
		return this.away ? null : this.pages.getOrDefault(family, EMPTY).at(this.ahead);
	}

	@Override
	public synchronized Optional<Page> write(String family, Page before, byte[] text, Duration keep) {
		if (this.away || !this.pages.getOrDefault(family, EMPTY).versions().equals(before.versions())) {
			return Optional.empty();
		}
		var version = Integer.toString(this.versions.incrementAndGet());
		this.pages.put(family, new Page(List.of(version), before.number() + 1, text.clone(), before.ahead()));
		return Optional.of(this.pages.getOrDefault(family, EMPTY));
	}

}
