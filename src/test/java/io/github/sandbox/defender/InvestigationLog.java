package io.github.sandbox.defender;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;

import io.github.sandbox.organisation.Investigation;
import io.github.sandbox.organisation.Investigations;
import io.github.sandbox.organisation.Machine;
import org.jspecify.annotations.Nullable;

/**
 * Every automated investigation, oldest first; those started here move with the clock.
 */
final class InvestigationLog {

	private static final String QUEUED = "Queued";

	private static final long FIRST_NUMBER = 20_001;

	private final Clock clock;

	private final AtomicLong next = new AtomicLong(FIRST_NUMBER);

	private final Table rows = new Table();

	private volatile ActionStates states = ActionStates.DEFAULT;

	InvestigationLog(Clock clock) {
		this.clock = clock;
	}

	void states(ActionStates states) {
		this.states = states;
	}

	void reset() {
		this.next.set(FIRST_NUMBER);
		this.rows.fill(Investigations.all().stream().map(this::row));
	}

	List<Entity> all() {
		return this.rows.all().stream().map(this::current).toList();
	}

	/** The investigation with this id or triggered by this alert. */
	Optional<Entity> find(String id) {
		return all().stream()
			.filter((row) -> row.text("id").equals(id) || row.text("triggeringAlertId").equals(id))
			.findFirst();
	}

	long nextNumber() {
		return this.next.getAndIncrement();
	}

	Entity start(long number, Entity alert) {
		return this.rows.put(Entity.builder()
			.with("id", Long.toString(number))
			.with(progress(QUEUED, this.clock.instant(), null))
			.with("machineId", alert.text("machineId"))
			.with("computerDnsName", alert.text("computerDnsName"))
			.with("triggeringAlertId", alert.text("id"))
			.build());
	}

	private Entity row(Investigation investigation) {
		Machine machine = investigation.trigger().machine();
		Instant start = this.clock.instant().minus(investigation.trigger().age());
		return Entity.builder()
			.with("id", investigation.id())
			.with(progress(investigation.state(), start, investigation.done() ? start.plus(Duration.ofHours(2)) : null))
			.with("machineId", machine.id())
			.with("computerDnsName", machine.computerDnsName())
			.with("triggeringAlertId", investigation.trigger().id())
			.build();
	}

	private static Entity progress(String state, Instant start, @Nullable Instant end) {
		return Entity.builder()
			.with("startTime", start)
			.with("endTime", end)
			.with("state", state)
			.with("cancelledBy", null)
			.with("statusDetails", null)
			.build();
	}

	private Entity current(Entity row) {
		if (!row.text("state").equals(QUEUED) || !(row.get("startTime") instanceof Instant start)) {
			return row;
		}
		Instant now = this.clock.instant();
		if (now.isBefore(start.plus(this.states.inProgressAfter()))) {
			return row;
		}
		Instant end = start.plus(this.states.succeededAfter());
		return now.isBefore(end) ? row.with("state", "Running") : row.with("state", "Benign").with("endTime", end);
	}

}
