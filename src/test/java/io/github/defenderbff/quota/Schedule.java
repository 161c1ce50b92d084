package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.List;

import io.github.defenderbff.signin.Subject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.Tuple;

/**
 * What happens to one family in the course of time.
 *
 * @param family the family
 * @param deeds what happens, one after the other
 */
record Schedule(Family family, List<Deed> deeds) {

	/** Many moments close together, and a few far apart. */
	private static Arbitrary<Duration> times() {
		return Arbitraries.frequencyOf(Tuple.of(6, Arbitraries.longs().between(0, 3_000).map(Duration::ofMillis)),
				Tuple.of(3, Arbitraries.longs().between(0, 70).map(Duration::ofSeconds)),
				Tuple.of(1, Arbitraries.longs().between(0, 120).map(Duration::ofMinutes)));
	}

	static Arbitrary<Deed> anyDeeds() {
		var people = Arbitraries.of("ada", "bob", "eve").map((id) -> new Subject(Subject.Kind.PERSON, "tenant", id));
		var claims = Combinators
			.combine(people, Arbitraries.of(1.0, 1.0, 3.0, 0.5), Arbitraries.of(false, false, false, true))
			.as((who, weight, urgent) -> new Claim(who, weight, urgent, Duration.ofSeconds(40)));
		var takes = Combinators.combine(times(), claims).as(Deed.Take::new);
		var settles = Combinators
			.combine(times(), Arbitraries.integers().between(0, 99), Arbitraries.integers().between(0, 100))
			.as(Deed.Settle::new);
		var pauses = Combinators.combine(times(), times()).as(Deed.Pause::new);
		return Arbitraries.frequencyOf(Tuple.of(12, takes), Tuple.of(8, settles), Tuple.of(1, pauses));
	}

	/** One event. */
	sealed interface Deed {

		/** How long after the one before. */
		Duration after();

		/** Somebody wants something. */
		record Take(Duration after, Claim claim) implements Deed {

		}

		/** One of the calls under way is over, having run for a part of what it might. */
		record Settle(Duration after, int which, int percent) implements Deed {

		}

		/** Defender throttles. */
		record Pause(Duration after, Duration length) implements Deed {

		}

	}

}
