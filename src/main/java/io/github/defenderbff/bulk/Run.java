package io.github.defenderbff.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import io.github.defenderbff.bulk.Step.Outcome;
import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;

/**
 * An order and how far it is, as it is kept. Whoever carries it out is its owner; nobody
 * else writes it without becoming that first.
 *
 * @param id what it is found by
 * @param subject whose it is
 * @param order what is to be done
 * @param startedAt when it was begun
 * @param correlationId what its audit entries are found by
 * @param owner who carries it out
 * @param steps one for each device, in the order's order
 * @param endedAt when the owner left it; null while it goes on
 * @param stopped why it ended early; null if it did not
 */
record Run(String id, Subject subject, Order order, Instant startedAt, String correlationId, String owner,
		List<Step> steps, @Nullable Instant endedAt, @Nullable Stop stopped) {

	private static final Set<Outcome> CHANGES = Set.of(Outcome.SENDING, Outcome.SENT, Outcome.FAILED, Outcome.UNKNOWN);

	Run {
		steps = List.copyOf(steps);
	}

	/** A run that has not begun. */
	static Run of(String id, Subject subject, Order order, Instant now, String correlationId, String owner) {
		return new Run(id, subject, order, now, correlationId, owner,
				order.machines().stream().map(Step::waiting).toList(), null, null);
	}

	/** The next device whose turn it is. */
	Optional<Step> next() {
		return this.steps.stream().filter((step) -> step.is(Outcome.WAITING)).findFirst();
	}

	/** The devices whose turn is yet to come. */
	List<String> waiting() {
		return this.steps.stream().filter((step) -> step.is(Outcome.WAITING)).map(Step::machine).toList();
	}

	/** How many devices were tried, so that they may have been changed. */
	int tried() {
		return (int) this.steps.stream().filter((step) -> CHANGES.contains(step.outcome())).count();
	}

	/** How far it is with a device. */
	Step of(String machine) {
		return this.steps.stream().filter((step) -> step.machine().equals(machine)).findFirst().orElseThrow();
	}

	/** The same, further with one device. */
	Run with(Step step) {
		return with(this.steps.stream().map((each) -> each.machine().equals(step.machine()) ? step : each).toList());
	}

	/** The same with other steps. */
	Run with(List<Step> others) {
		return new Run(this.id, this.subject, this.order, this.startedAt, this.correlationId, this.owner, others,
				this.endedAt, this.stopped);
	}

	/** The same, left by its owner. */
	Run ended(Instant now, @Nullable Stop why) {
		return new Run(this.id, this.subject, this.order, this.startedAt, this.correlationId, this.owner, this.steps,
				now, waiting().isEmpty() ? null : why);
	}

	/**
	 * The same with another owner. What was on its way meanwhile may have been done, and
	 * is left alone.
	 */
	Run takenBy(String other) {
		var left = this.steps.stream()
			.map((step) -> step.is(Outcome.SENDING) ? step.now(Outcome.UNKNOWN) : step)
			.toList();
		return new Run(this.id, this.subject, this.order, this.startedAt, this.correlationId, other, left, null, null);
	}

	/**
	 * The same, with what others found out of devices of which nothing was known here.
	 */
	Run learning(Run others) {
		return with(this.steps.stream()
			.map((step) -> (step.is(Outcome.UNKNOWN) && !others.of(step.machine()).is(Outcome.SENDING)
					&& !others.of(step.machine()).is(Outcome.WAITING)) ? others.of(step.machine()) : step)
			.toList());
	}

}
