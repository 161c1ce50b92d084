package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.defenderbff.replicas.RealRedis;
import io.github.defenderbff.replicas.TestBooks;
import io.github.defenderbff.signin.Subject;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterProperty;

import static org.assertj.core.api.Assertions.assertThat;

/** Ledgers of two replicas in a real Redis. */
class RedisLedgerTests {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final AtomicInteger FAMILIES = new AtomicInteger();

	private final TestBooks books = TestBooks.connected(1);

	private final TestBooks otherBooks = TestBooks.connected(2, 1);

	private final Ledger ledger = Accounts.shared(this.books, 0.5);

	private final Ledger other = Accounts.shared(this.otherBooks, 0.5);

	private final Family family = new Family("in-redis-" + FAMILIES.incrementAndGet(),
			List.of(new Window("minute", Window.Unit.CALLS, Duration.ofMinutes(1), 60, 0),
					new Window("hour", Window.Unit.CALLS, Duration.ofHours(1), 1500, 0)),
			Duration.ZERO);

	@AfterProperty
	void end() {
		this.books.close();
		this.otherBooks.close();
	}

	@Provide
	Arbitrary<Schedule> schedules() {
		return LedgerContract.schedules();
	}

	/** Of two replicas, between which keys are being exchanged. */
	@Property(tries = 30, edgeCases = EdgeCasesMode.NONE)
	void twoDoWhatTheModelDoes(@ForAll @From("schedules") Schedule schedule) {
		LedgerContract.assertDoesWhatTheModelDoes(new InTurns(this.ledger, this.other), schedule);
	}

	private Verdict take(Ledger ledger, String who) {
		return ledger.take(this.family,
				new Claim(new Subject(Subject.Kind.PERSON, "tenant", who), 1, false, Duration.ZERO), NOW);
	}

	private int taken(Ledger ledger, String people) {
		return (int) IntStream.range(0, 100)
			.filter((who) -> take(ledger, people + who) instanceof Verdict.Taken)
			.count();
	}

	@Example
	void manyAtOnceNeverPassTheLimitTogether() throws Exception {
		var crowds = IntStream.range(0, 6)
			.mapToObj((crowd) -> (Callable<Integer>) () -> taken((crowd % 2 == 0) ? this.ledger : this.other,
					"crowd-" + crowd + "-"))
			.toList();
		var sum = 0;
		try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
			for (var crowd : threads.invokeAll(crowds)) {
				sum += crowd.get();
			}
		}
		assertThat(sum).isEqualTo(60);
		assertThat(this.ledger.usage(this.family, NOW)).isEqualTo(this.other.usage(this.family, NOW));
	}

	@Example
	void whileRedisIsAwayEachHasItsPartAndAfterwardsAllIsCounted() {
		take(this.ledger, "ada");
		RealRedis.shared().stop();
		this.books.await(false);
		this.otherBooks.await(false);
		assertThat(taken(this.ledger, "a")).isEqualTo(29);
		assertThat(taken(this.other, "b")).isEqualTo(30);
		RealRedis.shared().start();
		this.books.await(true);
		this.otherBooks.await(true);
		assertThat(taken(this.ledger, "c")).isEqualTo(30);
		assertThat(taken(this.other, "d")).isZero();
	}

	@Example
	void nothingInRedisTellsWhoOrWhat() {
		take(this.ledger, "ada.lovelace");
		assertThat(RealRedis.shared().contents()).anyMatch((text) -> text.startsWith("bff:budget:"))
			.noneMatch((text) -> Stream.of("ada", "tenant", this.family.operation()).anyMatch(text::contains));
	}

	@Example
	void clockOfRedisIsNearTheOneOfThisMachine() {
		assertThat(this.books.ahead().abs()).isLessThan(Duration.ofMinutes(1));
	}

}
