package io.github.defenderbff.replicas;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

import io.github.defenderbff.store.Store;
import io.github.defenderbff.store.StoreUnavailable;
import io.lettuce.core.GetExArgs;
import io.lettuce.core.RedisCommandExecutionException;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import io.lettuce.core.cluster.api.async.RedisClusterAsyncCommands;
import org.jspecify.annotations.Nullable;

/**
 * The store that replicas share. There is no second truth in this process: while Redis is
 * away nothing is found, and nobody is taken for signed out.
 */
final class RedisStore implements Store {

	/** A value, and how long it is kept. */
	static final String FIND = """
			return { redis.call('GET', KEYS[1]), redis.call('PTTL', KEYS[1]) }
			""";

	private static final String REPLACE = """
			if redis.call('GET', KEYS[1]) ~= ARGV[1] then
			  return 0
			end
			redis.call('SET', KEYS[1], ARGV[2], 'KEEPTTL')
			return 1
			""";

	private static final String LIST = """
			redis.call('SADD', KEYS[1], ARGV[1])
			if redis.call('PTTL', KEYS[1]) < tonumber(ARGV[2]) then
			  redis.call('PEXPIRE', KEYS[1], ARGV[2])
			end
			return 1
			""";

	private static final String RELEASE = """
			if redis.call('GET', KEYS[1]) == ARGV[1] then
			  redis.call('DEL', KEYS[1])
			end
			return 1
			""";

	private static final Duration LOOK_AGAIN = Duration.ofMillis(25);

	private final Redis redis;

	RedisStore(Redis redis) {
		this.redis = redis;
	}

	private <T> @Nullable T ask(Function<RedisClusterAsyncCommands<String, byte[]>, CompletionStage<T>> question) {
		var link = this.redis.open();
		if (link == null) {
			throw new StoreUnavailable();
		}
		return wait(link, question.apply(link.commands()).toCompletableFuture());
	}

	/** An answer that says no is one, and who is interrupted does not wait for any. */
	private <T> @Nullable T wait(Link link, CompletableFuture<T> answer) {
		try {
			return answer.get(Link.PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			throw new StoreUnavailable();
		}
		catch (ExecutionException | TimeoutException failure) {
			if (!(failure.getCause() instanceof RedisCommandExecutionException)) {
				this.redis.lost(link);
			}
			throw new StoreUnavailable();
		}
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	private static byte[] millis(Duration time) {
		return bytes(Long.toString(time.toMillis()));
	}

	@Override
	public Optional<Found> find(String name, @Nullable Duration prolonged) {
		if (prolonged != null) {
			return Optional.ofNullable(ask((redis) -> redis.getex(name, GetExArgs.Builder.px(prolonged))))
				.map((value) -> new Found(value, prolonged));
		}
		List<Object> found = ask((redis) -> redis.eval(FIND, ScriptOutputType.MULTI, name));
		return (found != null && found.getFirst() instanceof byte[] value && found.get(1) instanceof Long left)
				? Optional.of(new Found(value, Duration.ofMillis(left))) : Optional.empty();
	}

	@Override
	public boolean add(String name, byte[] value, Duration time) {
		return ask((redis) -> redis.set(name, value, new SetArgs().nx().px(time))) != null;
	}

	@Override
	public boolean replace(String name, byte[] before, byte[] value) {
		return isDone(REPLACE, name, before, value);
	}

	private boolean isDone(String script, String name, byte[]... arguments) {
		Long done = ask((redis) -> redis.eval(script, ScriptOutputType.INTEGER, new String[] { name }, arguments));
		return done != null && done == 1;
	}

	@Override
	public boolean remove(String name) {
		var removed = ask((redis) -> redis.del(name));
		return removed != null && removed == 1;
	}

	@Override
	public void list(String list, String name, Duration time) {
		isDone(LIST, list, bytes(name), millis(time));
	}

	@Override
	public Set<String> listed(String list) {
		var names = ask((redis) -> redis.smembers(list));
		return (names == null) ? Set.of()
				: names.stream()
					.map((name) -> new String(name, StandardCharsets.UTF_8))
					.collect(Collectors.toUnmodifiableSet());
	}

	@Override
	public void unlist(String list, String name) {
		ask((redis) -> redis.srem(list, bytes(name)));
	}

	/**
	 * The turn is taken for longer than the action takes. Whoever dies during it keeps
	 * the others waiting no longer than that; whoever is late finds that what it has seen
	 * was replaced.
	 */
	@Override
	public <T> T alone(String name, Duration longest, Supplier<T> action) {
		var lease = name + ":turn";
		var mine = bytes(UUID.randomUUID().toString());
		var turn = longest.multipliedBy(3).dividedBy(2);
		await(lease, mine, turn);
		try {
			return action.get();
		}
		finally {
			release(lease, mine);
		}
	}

	private void await(String lease, byte[] mine, Duration turn) {
		var end = System.nanoTime() + turn.multipliedBy(2).toNanos();
		while (!add(lease, mine, turn)) {
			if (System.nanoTime() > end || Thread.currentThread().isInterrupted()) {
				throw new StoreUnavailable();
			}
			LockSupport.parkNanos(LOOK_AGAIN.toNanos());
		}
	}

	@Override
	public boolean answers() {
		return this.redis.open() != null;
	}

	/** Where Redis is gone meanwhile, time releases it. */
	private void release(String lease, byte[] mine) {
		try {
			isDone(RELEASE, lease, mine);
		}
		catch (StoreUnavailable _) {
			// what was done is done
		}
	}

}
