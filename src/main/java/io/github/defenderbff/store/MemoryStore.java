package io.github.defenderbff.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.Policy.VarExpiration;
import org.jspecify.annotations.Nullable;

/** Keeps values in the memory of this process; of too many the least used are lost. */
final class MemoryStore implements Store {

	private static final int MOST = 100_000;

	private final Cache<String, byte[]> values;

	private final VarExpiration<String, byte[]> times;

	private final Cache<String, Set<String>> lists;

	private final VarExpiration<String, Set<String>> listTimes;

	MemoryStore(Clock clock) {
		this.values = cache(clock);
		this.times = this.values.policy().expireVariably().orElseThrow();
		this.lists = cache(clock);
		this.listTimes = this.lists.policy().expireVariably().orElseThrow();
	}

	/** A value has the time it was given, however often it is read or replaced. */
	private static <V> Cache<String, V> cache(Clock clock) {
		return Caffeine.newBuilder()
			.maximumSize(MOST)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.expireAfter(Expiry.<String, V>creating((_, _) -> Duration.ZERO))
			.build();
	}

	@Override
	public Optional<Found> find(String name, @Nullable Duration prolonged) {
		var value = this.values.getIfPresent(name);
		if (value == null) {
			return Optional.empty();
		}
		if (prolonged != null) {
			this.times.setExpiresAfter(name, prolonged);
		}
		return this.times.getExpiresAfter(name).map((left) -> new Found(value, left));
	}

	@Override
	public boolean add(String name, byte[] value, Duration time) {
		return this.times.putIfAbsent(name, value, time) == null;
	}

	@Override
	public boolean replace(String name, byte[] before, byte[] value) {
		var replaced = new AtomicBoolean();
		this.values.asMap().computeIfPresent(name, (_, current) -> {
			replaced.set(Arrays.equals(current, before));
			return replaced.get() ? value : current;
		});
		return replaced.get();
	}

	@Override
	public boolean remove(String name) {
		return this.values.asMap().remove(name) != null;
	}

	@Override
	public void list(String list, String name, Duration time) {
		var left = this.listTimes.getExpiresAfter(list).orElse(Duration.ZERO);
		var _ = this.listTimes.compute(list, (_, names) -> (names == null) ? Set.of(name) : with(names, name),
				(left.compareTo(time) > 0) ? left : time);
	}

	private static Set<String> with(Set<String> names, String name) {
		return Stream.concat(names.stream(), Stream.of(name)).collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public Set<String> listed(String list) {
		var names = this.lists.getIfPresent(list);
		return (names != null) ? names : Set.of();
	}

	@Override
	public void unlist(String list, String name) {
		this.lists.asMap().computeIfPresent(list, (_, names) -> {
			var left = names.stream().filter((each) -> !each.equals(name)).collect(Collectors.toUnmodifiableSet());
			return left.isEmpty() ? null : left;
		});
	}

	@Override
	public <T> T alone(String name, Duration longest, Supplier<T> action) {
		return action.get();
	}

	@Override
	public boolean answers() {
		return true;
	}

}
