package io.github.defenderbff.store;

import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
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

/**
 * Keeps values in the memory of this process. What a name begins with, up to its last
 * colon, is its kind; of too many of one kind the least used are lost, and of no other.
 */
final class MemoryStore implements Store {

	private static final int MOST = 20_000;

	private final Map<String, Cache<String, byte[]>> values = new ConcurrentHashMap<>();

	private final Cache<String, Set<String>> lists;

	private final Clock clock;

	MemoryStore(Clock clock) {
		this.clock = clock;
		this.lists = cache(clock);
	}

	private Cache<String, byte[]> of(String name) {
		return this.values.computeIfAbsent(name.substring(0, name.lastIndexOf(':') + 1), (_) -> cache(this.clock));
	}

	private static <V> VarExpiration<String, V> times(Cache<String, V> cache) {
		return cache.policy().expireVariably().orElseThrow();
	}

	/** A value has the time it was given, however often it is read or replaced. */
	private static <V> Cache<String, V> cache(Clock clock) {
		return Caffeine.newBuilder()
			.executor(Runnable::run)
			.maximumSize(MOST)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.expireAfter(Expiry.<String, V>creating((_, _) -> Duration.ZERO))
			.build();
	}

	@Override
	public Optional<Found> find(String name, @Nullable Duration prolonged) {
		var values = of(name);
		var value = values.getIfPresent(name);
		if (value == null) {
			return Optional.empty();
		}
		if (prolonged != null) {
			times(values).setExpiresAfter(name, prolonged);
		}
		return times(values).getExpiresAfter(name).map((left) -> new Found(value, left));
	}

	@Override
	public boolean add(String name, byte[] value, Duration time) {
		return times(of(name)).putIfAbsent(name, value, time) == null;
	}

	@Override
	public boolean replace(String name, byte[] before, byte[] value) {
		var replaced = new AtomicBoolean();
		of(name).asMap().computeIfPresent(name, (_, current) -> {
			replaced.set(Arrays.equals(current, before));
			return replaced.get() ? value : current;
		});
		return replaced.get();
	}

	@Override
	public boolean remove(String name) {
		return of(name).asMap().remove(name) != null;
	}

	@Override
	public void list(String list, String name, Duration time) {
		var left = times(this.lists).getExpiresAfter(list).orElse(Duration.ZERO);
		var _ = times(this.lists).compute(list, (_, names) -> (names == null) ? Set.of(name) : with(names, name),
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
	public OptionalLong count(String kind) {
		var values = of(kind);
		values.cleanUp();
		return OptionalLong.of(values.estimatedSize());
	}

	@Override
	public boolean answers() {
		return true;
	}

}
