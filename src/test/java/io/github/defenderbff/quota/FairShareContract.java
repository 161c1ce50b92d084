package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;

import io.github.defenderbff.quota.Shortage.Cause;
import io.github.defenderbff.signin.Subject;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

import static org.assertj.core.api.Assertions.assertThat;

/** How every ledger shares what there is among people, at one moment. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE, tries = 300)
abstract class FairShareContract {

	static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final AtomicInteger FAMILIES = new AtomicInteger();

	/** The ledger; it may know families of earlier tests. */
	abstract Ledger ledger();

	/** A family that no ledger has heard of. */
	static Family family(Window... windows) {
		return new Family("operation-" + FAMILIES.incrementAndGet(), List.of(windows), Duration.ZERO);
	}

	static Window minute(long limit, long reserve) {
		return new Window("minute", Window.Unit.CALLS, Duration.ofMinutes(1), limit, reserve);
	}

	static Claim claim(String who) {
		return claim(who, 1, false);
	}

	static Claim claim(String who, double weight, boolean urgent) {
		return new Claim(person(who), weight, urgent, Duration.ZERO);
	}

	static Subject person(String id) {
		return new Subject(Subject.Kind.PERSON, "tenant", id);
	}

	/** Takes until nothing is left for the claim; the answer is how often. */
	private int takeAll(Family family, Claim claim) {
		return IntStream.iterate(0, (count) -> count + 1)
			.filter((_) -> !(ledger().take(family, claim, START) instanceof Verdict.Taken))
			.findFirst()
			.orElseThrow();
	}

	Verdict.Wait refusal(Family family, Claim claim, Instant now) {
		if (ledger().take(family, claim, now) instanceof Verdict.Wait wait) {
			return wait;
		}
		throw new AssertionError("it was taken");
	}

	@Property
	void reserveIsThereWhenTheRestIsSpent(@ForAll @IntRange(min = 10, max = 200) int limit,
			@ForAll @IntRange(min = 1, max = 40) int people) {
		var reserve = limit / 10;
		var family = family(minute(limit, reserve));
		IntStream.range(0, people).forEach((who) -> takeAll(family, claim("p" + who)));
		var used = ledger().usage(family, START).windows().getFirst().used();
		assertThat(used).isLessThanOrEqualTo(limit - reserve);
		assertThat(takeAll(family, claim("p0", 1, true))).isPositive();
		IntStream.range(0, limit).forEach((who) -> takeAll(family, claim("r" + who, 1, true)));
		assertThat(ledger().usage(family, START).windows().getFirst().used()).isEqualTo(limit);
		assertThat(refusal(family, claim("r0", 1, true), START).shortage().cause()).isEqualTo(Cause.BUDGET);
	}

	/** Whatever the limit, except the few that are nobody's too much. */
	@Property
	void oneAloneTakesNoMoreThanTheirShare(@ForAll @IntRange(min = 1, max = 1500) int limit,
			@ForAll @DoubleRange(min = 0.1, max = 10) double weight) {
		var family = family(minute(limit, limit / 10));
		var free = limit - limit / 10;
		var taken = takeAll(family, claim("ada", weight, false));
		assertThat(taken).isBetween(Math.min(free, 2), (int) Math.max(2, Math.floor(free * weight / (1 + weight)) + 1));
		var spent = (free < limit) ? Cause.RESERVE : Cause.BUDGET;
		assertThat(refusal(family, claim("ada", weight, false), START).shortage().cause())
			.isEqualTo((taken == free) ? spent : Cause.SHARE);
	}

	/** As long as there are fewer people than a share has calls. */
	@Property
	void peopleTheSameGetTheSame(@ForAll @IntRange(min = 20, max = 500) int limit,
			@ForAll @IntRange(min = 1, max = 8) int people) {
		var family = family(minute(limit, 0));
		var taken = new int[people];
		var anybody = true;
		while (anybody) {
			anybody = false;
			for (var who = 0; who < people; who++) {
				if (ledger().take(family, claim("p" + who), START) instanceof Verdict.Taken) {
					taken[who]++;
					anybody = true;
				}
			}
		}
		var equal = limit / (people + 1);
		assertThat(IntStream.of(taken).boxed()).allMatch((each) -> each >= equal - 1 && each <= equal + 1);
	}

	@Property
	void fewAreForWhoeverComes(@ForAll @IntRange(min = 1, max = 2) int limit) {
		var family = family(minute(limit, 0));
		assertThat(takeAll(family, claim("ada"))).isEqualTo(limit);
	}

}
