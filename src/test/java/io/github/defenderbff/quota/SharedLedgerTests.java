package io.github.defenderbff.quota;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;

import io.github.defenderbff.signin.Subject;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.From;
import net.jqwik.api.Property;

import static org.assertj.core.api.Assertions.assertThat;

/** Ledgers that keep their books together. */
class SharedLedgerTests extends LedgerContract {

	private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

	private static final Family FAMILY = new Family("machines.list",
			List.of(new Window("minute", Window.Unit.CALLS, Duration.ofMinutes(1), 20, 0)), Duration.ZERO);

	private final BooksAtHand books = new BooksAtHand();

	private final Ledger ledger = Accounts.shared(this.books, 0.5);

	private final Ledger other = Accounts.shared(this.books, 0.5);

	@Override
	Ledger ledger() {
		return this.ledger;
	}

	/** Whichever of two is asked, and wherever a call is settled. */
	@Property
	void twoDoWhatOneDoes(@ForAll @From("schedules") Schedule schedule) {
		assertDoesWhatTheModelDoes(new InTurns(this.ledger, this.other), schedule);
	}

	private static Verdict take(Ledger ledger, int who, Instant now) {
		var subject = new Subject(Subject.Kind.PERSON, "tenant", "p" + who);
		return ledger.take(FAMILY, new Claim(subject, 1, false, Duration.ZERO), now);
	}

	/** How many of many people get a call. */
	private static long taken(Ledger ledger, Instant now) {
		return IntStream.range(0, 50).filter((who) -> take(ledger, who, now) instanceof Verdict.Taken).count();
	}

	private static long used(Ledger ledger, Instant now) {
		return ledger.usage(FAMILY, now).windows().getFirst().used();
	}

	@Example
	void whileAwayEachHasItsPart() {
		this.books.away = true;
		assertThat(taken(this.ledger, NOW)).isEqualTo(10);
		assertThat(taken(this.other, NOW)).isEqualTo(10);
		assertThat(this.ledger.usage(FAMILY, NOW).windows().getFirst().window().limit()).isEqualTo(10);
	}

	@Example
	void atLeastOneCallIsAPart() {
		var ledger = Accounts.shared(this.books, 0.001);
		this.books.away = true;
		assertThat(taken(ledger, NOW)).isEqualTo(1);
	}

	@Example
	void whatWasTakenTogetherCountsAlone() {
		assertThat(taken(this.ledger, NOW)).isEqualTo(20);
		this.books.away = true;
		assertThat(taken(this.ledger, NOW)).isZero();
		assertThat(taken(this.other, NOW)).isEqualTo(10);
	}

	@Example
	void whatWasTakenAloneCountsTogether() {
		take(this.other, 0, NOW);
		this.books.away = true;
		assertThat(taken(this.ledger, NOW)).isEqualTo(10);
		this.books.away = false;
		assertThat(taken(this.ledger, NOW)).isEqualTo(9);
		assertThat(used(this.other, NOW)).isEqualTo(20);
	}

	@Example
	void callThatEndedWhileAwayIsOver() {
		if (take(this.ledger, 0, NOW) instanceof Verdict.Taken(var entry, var _)) {
			this.books.away = true;
			this.ledger.settle(FAMILY, entry, Duration.ZERO, NOW.plusSeconds(5));
			this.books.away = false;
		}
		take(this.ledger, 1, NOW.plusSeconds(10));
		assertThat(used(this.other, NOW.plusSeconds(64))).isEqualTo(2);
		assertThat(used(this.other, NOW.plusSeconds(65))).isEqualTo(1);
	}

	@Example
	void whatIsLostIsBroughtByThoseWhoKnow() {
		taken(this.ledger, NOW);
		this.books.lose();
		assertThat(taken(this.ledger, NOW)).isZero();
		this.books.lose();
		take(this.other, 0, NOW);
		assertThat(take(this.ledger, 99, NOW)).isInstanceOf(Verdict.Wait.class);
	}

	@Example
	void pauseHoldsForAll() {
		this.ledger.pause(FAMILY, Duration.ofMinutes(3), NOW);
		assertThat(take(this.other, 0, NOW.plusSeconds(179))).isInstanceOf(Verdict.Wait.class);
		assertThat(take(this.other, 0, NOW.plusSeconds(180))).isInstanceOf(Verdict.Taken.class);
	}

	@Example
	void clockOfTheBooksHolds() {
		this.books.ahead = Duration.ofHours(1);
		take(this.ledger, 0, NOW);
		this.ledger.pause(FAMILY, Duration.ofMinutes(3), NOW);
		assertThat(this.ledger.usage(FAMILY, NOW).pausedUntil()).isEqualTo(NOW.plusSeconds(180));
		this.books.ahead = Duration.ZERO;
		assertThat(take(this.other, 0, NOW.plusSeconds(3600 + 179))).isInstanceOf(Verdict.Wait.class);
		assertThat(take(this.other, 0, NOW.plusSeconds(3600 + 180))).isInstanceOf(Verdict.Taken.class);
	}

}
