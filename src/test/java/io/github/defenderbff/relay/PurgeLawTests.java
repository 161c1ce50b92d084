package io.github.defenderbff.relay;

import java.net.ConnectException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.policy.TestPolicies;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.responsecache.TestCaches;
import io.github.defenderbff.signin.Subject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;

import static io.github.defenderbff.relay.TestCalls.GET;
import static io.github.defenderbff.relay.TestCalls.ISOLATE;
import static org.assertj.core.api.Assertions.assertThat;

/** Nothing outlives what makes it out of date, in whatever order things happen. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 2000)
class PurgeLawTests {

	@Property
	void nobodySeesWhatAPurgeShouldHaveForgotten(@ForAll("orders") List<Step> order) {
		var world = new World();
		order.forEach(world::take);
		world.finish();
	}

	@Provide
	Arbitrary<List<Step>> orders() {
		var kinds = Arbitraries.frequencyOf(Tuple.of(5, Arbitraries.just(Kind.READ)),
				Tuple.of(1, Arbitraries.just(Kind.READ_ANEW)), Tuple.of(2, Arbitraries.just(Kind.CHANGE)),
				Tuple.of(8, Arbitraries.just(Kind.PASS)), Tuple.of(5, Arbitraries.just(Kind.GIVE)),
				Tuple.of(5, Arbitraries.just(Kind.ARRIVE)), Tuple.of(1, Arbitraries.just(Kind.BREAK)),
				Tuple.of(1, Arbitraries.just(Kind.SIGN_OUT)), Tuple.of(1, Arbitraries.just(Kind.EVERYTHING)),
				Tuple.of(2, Arbitraries.just(Kind.WAIT)));
		return Combinators.combine(kinds, Arbitraries.integers().between(0, 5)).as(Step::new).list().ofMaxSize(40);
	}

	/** What may happen next. */
	enum Kind {

		READ, READ_ANEW, CHANGE, PASS, GIVE, ARRIVE, BREAK, SIGN_OUT, EVERYTHING, WAIT

	}

	/** Something happens, to the one of that number. */
	record Step(Kind kind, int number) {

		String person() {
			return List.of("ada", "bob").get(this.number % 2);
		}

	}

	/** What Defender said: the version it had then, for whom, and when that one began. */
	record Said(int version, String person, long began, long given) {

		static Said read(String text) {
			var parts = text.replaceAll("[\\[\\]]", "").split(",", -1);
			return new Said(Integer.parseInt(parts[0]), parts[1].replace("\"", ""), Long.parseLong(parts[2]),
					Long.parseLong(parts[3]));
		}

		String text() {
			return "[%d,\"%s\",%d,%d]".formatted(this.version, this.person, this.began, this.given);
		}

	}

	/** There was no machine in that version. */
	private static final class Gone extends UpstreamFailure {

		private final Said said;

		private Gone(Said said) {
			super(ProblemType.NOT_FOUND, "no such machine", null);
			this.said = said;
		}

	}

	/** A reader under way, and what they must not be shown. */
	private record Reader(Steps.Begun begun, int atLeast, Map<String, Long> notBefore) {

		void check() {
			var said = (this.begun.failure instanceof Gone gone) ? gone.said
					: (this.begun.payload != null) ? Said.read(this.begun.body()) : null;
			if (said != null) {
				assertThat(said.version).as("version").isGreaterThanOrEqualTo(this.atLeast);
				var purged = this.notBefore.getOrDefault(said.person, 0L);
				assertThat(said.given).as("given").isGreaterThan(purged);
				assertThat(said.began).as("asked for").isGreaterThan(purged);
			}
		}

	}

	/** The stages, with Defender at their end. */
	private static final class World {

		private final HandMovedClock clock = new HandMovedClock();

		private final ResponseCache cache = TestCaches.empty(this.clock);

		private final Steps steps = new Steps();

		private final Stage path = path();

		private final Map<Steps.Asked, Said> given = new HashMap<>();

		private final Map<Steps.Begun, Steps.Asked> changes = new HashMap<>();

		private final List<Reader> readers = new ArrayList<>();

		private final Map<String, Long> purged = new HashMap<>();

		private int version;

		/** What every caller of a change has heard of. */
		private int heard;

		private Stage path() {
			Stage inner = new Coalesce(this.cache, new Keep(this.cache, new Outdate(this.cache, this.steps)));
			var paused = this.steps.before(inner);
			return new FromCache(this.cache, new Partitions(TestPolicies.withoutRoles(), this.cache),
					new Refresh(paused, this.steps::execute), new CacheResults(), this.clock, paused);
		}

		void take(Step step) {
			switch (step.kind) {
				case READ -> read(step, Terms.USUAL);
				case READ_ANEW -> read(step, new Terms(true, false, true));
				case CHANGE -> change(step);
				case PASS -> this.steps.pass(step.number);
				case GIVE -> give(step.number);
				case ARRIVE -> arrive(step.number, false);
				case BREAK -> arrive(step.number, true);
				case SIGN_OUT -> {
					this.cache.forget(new Change.OfSubject(new Subject(Subject.Kind.PERSON, "tenant", step.person())));
					this.purged.put(step.person(), this.steps.tick());
				}
				case EVERYTHING -> {
					this.cache.forget(new Change.OfEverything());
					List.of("ada", "bob").forEach((person) -> this.purged.put(person, this.steps.tick()));
				}
				case WAIT -> this.clock.move(Duration.ofSeconds(List.of(1, 3, 25, 35, 60, 200).get(step.number)));
			}
		}

		private void read(Step step, Terms terms) {
			var atLeast = this.heard;
			var notBefore = Map.copyOf(this.purged);
			var call = TestCalls.on(terms, TestCalls.call(GET, step.person()));
			var begun = this.steps.begin(() -> this.path.answer(call));
			this.readers.add(new Reader(begun, atLeast, notBefore));
			check();
		}

		private void change(Step step) {
			var begun = this.steps.begin(() -> this.path.answer(TestCalls.call(ISOLATE, step.person())));
			this.changes.put(begun, this.steps.asked.getLast());
		}

		/** Defender makes up its mind; the answer is on its way. */
		private void give(int number) {
			if (!this.steps.asked.isEmpty()) {
				give(this.steps.asked.get(number % this.steps.asked.size()));
			}
		}

		private Said give(Steps.Asked asked) {
			return this.given.computeIfAbsent(asked, (_) -> {
				if (asked.call.operation().stateChange()) {
					this.version++;
				}
				return new Said(this.version, asked.call.caller().subject().id(), asked.began, this.steps.tick());
			});
		}

		private void arrive(int number, boolean broken) {
			if (this.steps.asked.isEmpty()) {
				return;
			}
			var index = number % this.steps.asked.size();
			var asked = this.steps.asked.get(index);
			var said = give(asked);
			var at = this.clock.instant();
			this.steps.arrive(index, () -> {
				if (broken) {
					throw UpstreamFailure.noAnswer(new ConnectException("refused"));
				}
				if (!asked.call.operation().stateChange() && said.version % 3 == 2) {
					throw new Gone(said);
				}
				return Payload.received(200, said.text().getBytes(StandardCharsets.UTF_8), at);
			});
			check();
		}

		private void check() {
			this.changes.entrySet().removeIf((change) -> {
				var done = change.getKey().isDone();
				if (done) {
					this.heard = Math.max(this.heard,
							Objects.requireNonNull(this.given.get(change.getValue())).version);
				}
				return done;
			});
			this.readers.removeIf((reader) -> {
				reader.check();
				return reader.begun.isDone();
			});
		}

		void finish() {
			while (this.steps.pass(0) || !this.steps.asked.isEmpty()) {
				arrive(0, false);
			}
			check();
			assertThat(this.readers).isEmpty();
		}

	}

}
