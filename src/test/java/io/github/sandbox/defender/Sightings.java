package io.github.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Where something was seen.
 *
 * @param estate the tenant
 * @param alerts the alerts whose evidence names it, whoever may see them
 */
record Sightings(Estate estate, List<Entity> alerts) {

	private static final int MAX_HOURS = 720;

	Sightings {
		alerts = List.copyOf(alerts);
	}

	static Sightings of(Estate estate, Predicate<Entity> evidence) {
		return new Sightings(estate,
				estate.alerts().all().stream().filter((alert) -> evidence(alert).anyMatch(evidence)).toList());
	}

	/** The rows of evidence an alert has. */
	static Stream<Entity> evidence(Entity alert) {
		Stream<?> rows = (alert.get("evidence") instanceof Collection<?> evidence) ? evidence.stream() : Stream.of();
		return rows.filter(Entity.class::isInstance).map(Entity.class::cast);
	}

	/** The alerts that the caller's device groups include. */
	Answer alertsFor(Caller caller) {
		return new Answer.Values(this.alerts.stream().filter(caller::sees).map(AlertRoutes::withoutEvidence).toList(),
				AlertView.SET);
	}

	/** The devices that the caller's device groups include, at most this many. */
	Answer machinesFor(Caller caller, int limit) {
		return new Answer.Values(this.alerts.stream()
			.map((alert) -> alert.text("machineId"))
			.distinct()
			.flatMap((id) -> this.estate.machines().find(id).stream())
			.filter(caller::sees)
			.limit(limit)
			.toList(), MachineView.SET);
	}

	/** On how many devices, first and last in the time the caller looks back. */
	Entity prevalence(Call call) {
		Instant start = this.estate.now().minus(lookBack(call));
		List<Entity> recent = this.alerts.stream().filter((alert) -> !seen(alert).isBefore(start)).toList();
		List<Instant> times = recent.stream().map(Sightings::seen).sorted().toList();
		return Entity.builder()
			.with("organizationPrevalence", recent.stream().map((alert) -> alert.text("machineId")).distinct().count())
			.with("orgFirstSeen", times.isEmpty() ? null : times.getFirst())
			.with("orgLastSeen", times.isEmpty() ? null : times.getLast())
			.build();
	}

	private static Duration lookBack(Call call) {
		String hours = call.parameter("lookBackHours").orElse("720");
		if (!hours.matches("[1-9]\\d{0,2}") || Integer.parseInt(hours) > MAX_HOURS) {
			throw Refusal.badRequest("InvalidInput", "lookBackHours must be from 1 to 720.");
		}
		return Duration.ofHours(Integer.parseInt(hours));
	}

	private static Instant seen(Entity alert) {
		return (alert.get("lastEventTime") instanceof Instant time) ? time : Instant.EPOCH;
	}

}
