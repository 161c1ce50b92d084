package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.IntStream;

import io.github.defenderbff.signin.Subject;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.PropertyDefaults;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Who passes when. */
@PropertyDefaults(edgeCases = EdgeCasesMode.NONE)
class LineTests {

	private final Line line = new Line(5);

	private final List<String> passed = new ArrayList<>();

	private static Claim claim(String who, boolean urgent) {
		return new Claim(new Subject(Subject.Kind.PERSON, "tenant", who), 1, urgent, Duration.ZERO);
	}

	/** A ledger that has something for so many. */
	private Function<Claim, Verdict> ledger(int calls) {
		var left = new AtomicInteger(calls);
		return (claim) -> {
			if (left.getAndDecrement() > 0) {
				this.passed.add(claim.who().id() + (claim.urgent() ? "!" : ""));
				return new Verdict.Taken(new Entry(0, claim.who(), claim.urgent(), Instant.EPOCH, Duration.ZERO),
						List.of());
			}
			return new Verdict.Wait(Duration.ofSeconds(1), new Shortage(Shortage.Cause.DEFENDER, null), List.of());
		};
	}

	private void admit(int calls) {
		this.line.admit(ledger(calls), Instant.EPOCH);
	}

	private void join(String who, int times) {
		IntStream.range(0, times).forEach((_) -> this.line.join(claim(who, false)));
	}

	@Test
	void wallDisplayHoldsUpAnAnalystByOneCallAtMost() {
		join("display", 40);
		admit(3);
		join("analyst", 1);
		admit(2);
		assertThat(this.passed.subList(3, 5)).containsExactlyInAnyOrder("display", "analyst");
	}

	@Test
	void everybodyHasATurnBeforeAnybodyHasASecond() {
		join("ada", 3);
		join("bob", 2);
		join("eve", 1);
		admit(4);
		admit(2);
		assertThat(this.passed).containsExactly("ada", "bob", "eve", "ada", "bob", "ada");
	}

	@Test
	void whatIsUrgentPassesBeforeTheRestOfThePerson() {
		join("ada", 2);
		this.line.join(claim("ada", true));
		join("bob", 1);
		admit(3);
		assertThat(this.passed).containsExactly("ada!", "bob", "ada");
	}

	@Test
	void whoHasMostLosesAPlaceToANewcomer() {
		join("display", 5);
		var analyst = this.line.join(claim("analyst", false));
		this.line.shorten(analyst);
		assertThat(analyst.isLost()).isFalse();
		assertThat(this.line.length()).isEqualTo(5);
	}

	@Test
	void whoComesTooManyTimesLosesTheirOwnPlace() {
		join("display", 5);
		var sixth = this.line.join(claim("display", false));
		this.line.shorten(sixth);
		assertThat(sixth.isLost()).isTrue();
		assertThat(this.line.length()).isEqualTo(5);
	}

	/**
	 * A number of 0 to 3 lets somebody join, a larger one lets as many pass as it is
	 * above 3. From when a call is the first of its person until it passes, nobody else
	 * passes twice.
	 */
	@Property
	void nobodyWaitsBehindMoreThanOneCallOfEachOther(@ForAll("moves") List<Integer> moves) {
		var queue = new Line(1000);
		this.passed.clear();
		Map<String, Integer> waiting = new HashMap<>();
		Map<String, Integer> since = new HashMap<>();
		for (var move : moves) {
			if (move < 4) {
				var who = "p" + move;
				queue.join(claim(who, false));
				if (waiting.merge(who, 1, Integer::sum) == 1) {
					since.put(who, this.passed.size());
				}
				continue;
			}
			var before = this.passed.size();
			queue.admit(ledger(move - 3), Instant.EPOCH);
			for (var index = before; index < this.passed.size(); index++) {
				var who = this.passed.get(index);
				var meanwhile = this.passed.subList(since.getOrDefault(who, 0), index);
				assertThat(meanwhile).doesNotHaveDuplicates();
				waiting.merge(who, -1, Integer::sum);
				since.put(who, index + 1);
			}
		}
	}

	@Provide
	Arbitrary<List<Integer>> moves() {
		return Arbitraries.integers().between(0, 6).list().ofMaxSize(80);
	}

}
