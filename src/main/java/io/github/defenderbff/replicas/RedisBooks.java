package io.github.defenderbff.replicas;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Future;
import java.util.stream.Stream;

import io.github.defenderbff.quota.SharedBooks;
import io.github.defenderbff.sealing.KeyRing;
import io.github.defenderbff.sealing.KeyedNames;
import io.github.defenderbff.sealing.Seal;
import io.lettuce.core.ScriptOutputType;
import org.jspecify.annotations.Nullable;

/**
 * Books in Redis, sealed. Each is there once for every key of the ring, so that replicas
 * write in the same one while keys are exchanged; of several the one that was written
 * most often holds. All go by the clock of Redis.
 */
final class RedisBooks implements SharedBooks {

	/**
	 * What tells a value from every other: its nonce, and what stands before that. No
	 * value is so short, and nothing at all is empty.
	 */
	private static final int VERSION = 21;

	private static final String NOTHING_KNOWN = "-";

	/** The time, and the values unless all are known. */
	private static final String READ = """
			local time = redis.call('TIME')
			local known = true
			for i = 1, #KEYS do
			  known = known and redis.call('GETRANGE', KEYS[i], 0, %d) == ARGV[i]
			end
			return known and time or { time[1], time[2], unpack(redis.call('MGET', unpack(KEYS))) }
			""".formatted(VERSION - 1);

	private static final String WRITE = """
			for i = 1, #KEYS do
			  if redis.call('GETRANGE', KEYS[i], 0, %d) ~= ARGV[i] then
			    return 0
			  end
			end
			for i = 1, #KEYS do
			  redis.call('SET', KEYS[i], ARGV[#KEYS + i], 'PX', ARGV[#ARGV])
			end
			return 1
			""".formatted(VERSION - 1);

	private final Redis redis;

	private final List<Key> keys;

	private final Layout layout;

	private final Clock clock;

	RedisBooks(Redis redis, KeyRing ring, Layout layout, Clock clock) {
		this.redis = redis;
		this.keys = ring.each().stream().map((key) -> new Key(key.names("budgets"), key.seal("budgets"))).toList();
		this.layout = layout;
		this.clock = clock;
	}

	private String[] names(String family) {
		var bytes = family.getBytes(StandardCharsets.UTF_8);
		return this.keys.stream()
			.map((key) -> this.layout.together("budget:" + key.names().of(bytes)))
			.toArray(String[]::new);
	}

	@Override
	public @Nullable Page read(String family, @Nullable Page known) {
		var link = this.redis.link();
		if (link == null) {
			return null;
		}
		var versions = this.keys.stream().map((_) -> NOTHING_KNOWN).toList();
		// before it is asked: what is over had better be thought over too late than too
		// early
		var asked = this.clock.instant();
		List<Object> found = within(link,
				link.commands()
					.<List<Object>>eval(READ, ScriptOutputType.MULTI, names(family),
							bytes((known != null) ? known.versions() : versions))
					.toCompletableFuture());
		if (found == null) {
			return null;
		}
		var ahead = Duration.between(asked, time(found));
		return (known != null && found.size() == 2) ? known.at(ahead) : page(found.subList(2, found.size()), ahead);
	}

	private static byte[][] bytes(List<String> texts) {
		return texts.stream().map((text) -> text.getBytes(StandardCharsets.ISO_8859_1)).toArray(byte[][]::new);
	}

	private static Instant time(List<Object> found) {
		return Instant.ofEpochSecond(number(found.get(0))).plusNanos(1000 * number(found.get(1)));
	}

	private static long number(Object text) {
		return Long.parseLong(new String((byte[]) text, StandardCharsets.US_ASCII));
	}

	/** What cannot be opened was not written by this service, and says nothing. */
	private Page page(List<Object> values, Duration ahead) {
		var versions = new ArrayList<String>();
		var written = new ArrayList<Written>();
		for (var i = 0; i < this.keys.size(); i++) {
			var value = (values.get(i) instanceof byte[] bytes) ? bytes : new byte[0];
			versions.add(version(value));
			this.keys.get(i).seal().open(value).map(Written::read).ifPresent(written::add);
		}
		var last = written.stream().max(Comparator.comparingLong(Written::number)).orElse(Written.NOTHING);
		return new Page(versions, last.number(), last.text(), ahead);
	}

	private static String version(byte[] value) {
		return new String(value, 0, Math.min(VERSION, value.length), StandardCharsets.ISO_8859_1);
	}

	@Override
	public Optional<Page> write(String family, Page before, byte[] text, Duration keep) {
		var link = this.redis.link();
		if (link == null) {
			return Optional.empty();
		}
		var number = before.number() + 1;
		var value = new Written(number, text).bytes();
		var sealed = this.keys.stream().map((key) -> key.seal().seal(value)).toList();
		var arguments = Stream
			.of(Stream.of(bytes(before.versions())), sealed.stream(),
					Stream.of(bytes(List.of(Long.toString(keep.toMillis())))))
			.flatMap((each) -> each)
			.toArray(byte[][]::new);
		Long done = within(link,
				link.commands()
					.<Long>eval(WRITE, ScriptOutputType.INTEGER, names(family), arguments)
					.toCompletableFuture());
		return (done != null && done == 1)
				? Optional.of(new Page(sealed.stream().map(RedisBooks::version).toList(), number, text, before.ahead()))
				: Optional.empty();
	}

	private <T> @Nullable T within(Link link, Future<T> answer) {
		if (Redis.isDoneWithin(Redis.WAIT, answer)) {
			return Objects.requireNonNull(answer.resultNow());
		}
		this.redis.suspect(link);
		return null;
	}

	/** What is named and sealed with one key of the ring. */
	private record Key(KeyedNames names, Seal seal) {

	}

	/** What is sealed: how often it was written, and what it says. */
	@SuppressWarnings("ArrayRecordComponent")
	private record Written(long number, byte[] text) {

		private static final Written NOTHING = new Written(0, new byte[0]);

		static Written read(byte[] bytes) {
			var buffer = ByteBuffer.wrap(bytes);
			var number = buffer.getLong();
			var text = new byte[buffer.remaining()];
			buffer.get(text);
			return new Written(number, text);
		}

		byte[] bytes() {
			return ByteBuffer.allocate(Long.BYTES + this.text.length).putLong(this.number).put(this.text).array();
		}

	}

}
