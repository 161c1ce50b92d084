package io.github.defenderbff.replicas;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletionStage;
import java.util.stream.Stream;

import io.github.defenderbff.responsecache.Freshness;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.SecondLevel;
import io.github.defenderbff.responsecache.StoredAnswer;
import io.github.defenderbff.responsecache.Tags;
import io.github.defenderbff.sealing.KeyRing;
import io.github.defenderbff.sealing.KeyedNames;
import io.github.defenderbff.sealing.Seal;
import io.lettuce.core.ScriptOutputType;
import io.lettuce.core.SetArgs;
import org.jspecify.annotations.Nullable;

/**
 * Answers in Redis, sealed. One is found only under the whole key it was stored under,
 * and only while the generations are in force that were before Defender was asked.
 */
final class SharedAnswers implements SecondLevel {

	/** Generations, made where there are none. */
	private static final String IN_FORCE = """
			local found = {}
			for i = 1, #KEYS do
			  local generation = redis.call('GET', KEYS[i])
			  if not generation then
			    generation = ARGV[1]
			    redis.call('SET', KEYS[i], generation, 'EX', ARGV[2])
			  end
			  found[i] = generation
			end
			return found
			""";

	private static final byte[] GENERATION = Long.toString(Redis.GENERATION.toSeconds())
		.getBytes(StandardCharsets.UTF_8);

	private final Redis redis;

	private final Generations generations;

	private final KeyedNames names;

	private final Seal seal;

	private final Clock clock;

	SharedAnswers(Redis redis, Generations generations, KeyRing ring, Clock clock) {
		this.redis = redis;
		this.generations = generations;
		this.names = ring.names("answers");
		this.seal = ring.seal("answers");
		this.clock = clock;
	}

	private String name(Key key) {
		return "bff:answer:" + this.names.of(Spelling.of(key).bytes());
	}

	@Override
	public Found find(Key key, Tags tags) {
		var link = this.redis.upToDate();
		if (link == null) {
			return Found.NOTHING;
		}
		var behindTags = this.generations.behind(tags);
		var behindSubject = this.generations.behind(tags.askedBy());
		var names = Stream.concat(behindTags.stream(), behindSubject.stream()).toArray(String[]::new);
		var found = within(link, stored(link, key).thenCombine(inForce(link, names), LookUp::new));
		if (found == null) {
			return Found.NOTHING;
		}
		var values = found.generations().stream().map(SharedAnswers::text).toList();
		var inForce = new InForce(words(link, values.subList(0, behindTags.size())),
				new Words(values.subList(behindTags.size(), values.size())));
		return new Found(answer(link, key, tags, found.stored(), inForce), (answer) -> put(link, key, answer, inForce));
	}

	private CompletionStage<List<Object>> stored(Link link, Key key) {
		return link.commands().eval(RedisStore.FIND, ScriptOutputType.MULTI, name(key));
	}

	private static CompletionStage<List<Object>> inForce(Link link, String[] names) {
		return link.commands().eval(IN_FORCE, ScriptOutputType.MULTI, names, Redis.newGeneration(), GENERATION);
	}

	private static String text(Object value) {
		return new String((byte[]) value, StandardCharsets.UTF_8);
	}

	/** A server that was started anew may have forgotten changes. */
	private static Words words(Link link, List<String> generations) {
		var words = new ArrayList<>(List.of(link.server()));
		words.addAll(generations);
		return new Words(words);
	}

	private @Nullable StoredAnswer answer(Link link, Key key, Tags tags, List<Object> stored, InForce inForce) {
		if (!(stored.getFirst() instanceof byte[] sealed) || !(stored.get(1) instanceof Long left)) {
			return null;
		}
		return this.seal.open(sealed)
			.map((bytes) -> KeptAnswer.read(bytes, tags))
			.filter((kept) -> kept.key().equals(Spelling.of(key)))
			.filter((kept) -> kept.generations().equals(inForce.behindTags()))
			.filter((kept) -> kept.ofSubject().equals(inForceOf(link, kept.answer().tags(), tags, inForce)))
			.map((kept) -> aged(kept.answer(), Duration.ofMillis(left)))
			.filter((answer) -> answer.at(this.clock.instant()) == Freshness.FRESH)
			.orElse(null);
	}

	/** Where an answer is shared, somebody else may have had Defender asked for it. */
	private @Nullable Words inForceOf(Link link, Tags kept, Tags tags, InForce inForce) {
		if (kept.askedBy().equals(tags.askedBy())) {
			return inForce.behindSubject();
		}
		var names = this.generations.behind(kept.askedBy()).toArray(String[]::new);
		var values = within(link, link.commands().mget(names));
		return (values == null || values.stream().anyMatch((value) -> !value.hasValue())) ? null
				: new Words(values.stream().map((value) -> text(value.getValue())).toList());
	}

	/** Clocks of replicas may differ: of two ages the greater one holds. */
	private StoredAnswer aged(StoredAnswer answer, Duration left) {
		var byRedis = this.clock.instant().plus(left).minus(answer.lifetime().fresh());
		var receivedAt = byRedis.isBefore(answer.receivedAt()) ? byRedis : answer.receivedAt();
		return new StoredAnswer(answer.bytes(), answer.gzip(), answer.etag(), receivedAt, answer.lifetime(),
				answer.tags());
	}

	/** Nobody waits for it; where it fails there is nothing to find. */
	private void put(Link link, Key key, StoredAnswer answer, InForce inForce) {
		Thread.ofVirtual().name("put").start(() -> {
			var left = answer.timeToLive(this.clock.instant());
			if (left.isPositive()) {
				var kept = new KeptAnswer(Spelling.of(key), inForce.behindTags(), inForce.behindSubject(), answer);
				var _ = link.commands().set(name(key), this.seal.seal(kept.bytes()), new SetArgs().px(left));
			}
		});
	}

	@Override
	public void forget(Key key) {
		var link = this.redis.upToDate();
		if (link == null) {
			this.redis.fellBehind();
			return;
		}
		if (within(link, link.commands().del(name(key))) == null) {
			this.redis.fellBehind();
		}
	}

	private <T> @Nullable T within(Link link, CompletionStage<T> asked) {
		var answer = asked.toCompletableFuture();
		if (Redis.isDoneWithin(Redis.WAIT, answer)) {
			return Objects.requireNonNull(answer.resultNow());
		}
		this.redis.suspect(link);
		return null;
	}

	/** The answer and how long it is kept, and generations. */
	private record LookUp(List<Object> stored, List<Object> generations) {

	}

	/** The generations before Defender was asked. */
	private record InForce(Words behindTags, Words behindSubject) {

	}

}
