package io.github.defenderbff.bulk;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.UnaryOperator;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.Subject;
import io.github.defenderbff.store.Form;
import io.github.defenderbff.store.Records;
import io.github.defenderbff.store.Shelves;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/**
 * How many devices each person may still change in this hour, counted for all replicas
 * together. What a run may change counts from its beginning.
 */
@Component
final class Allowances {

	private static final String KIND = "bulkspending";

	private final Shelves shelves;

	private final Records<Spending> spendings;

	private final BulkProperties settings;

	private final Clock clock;

	Allowances(Shelves shelves, BulkProperties settings, Clock clock) {
		this.shelves = shelves;
		this.spendings = shelves.records(KIND, new Form<>(Spending.class, Function.identity(), Function.identity()));
		this.settings = settings;
		this.clock = clock;
	}

	/** How many devices it is at the most. */
	int limit() {
		return this.settings.machinesPerHour();
	}

	/** How many devices are left. */
	int left(Subject subject) {
		var spent = this.spendings.find(name(subject), null, null).map(Records.Held::value).orElse(Spending.NONE);
		return Math.max(0, limit() - spent.at(this.clock.instant()).machines());
	}

	/**
	 * Sets devices aside for the owner of a run.
	 * @throws Reached if they are not left
	 */
	void reserve(Subject subject, String owner, int machines) {
		var now = this.clock.instant();
		change(subject, (spending) -> {
			var spent = spending.at(now);
			var left = limit() - spent.machines();
			if (machines > left) {
				throw new Reached(limit(), Math.max(0, left), machines, wait(spent, machines - left, machines, now));
			}
			return spent.with(owner, machines, now.plus(this.settings.longestRun()));
		});
	}

	/** Zero where waiting does not help. */
	private Duration wait(Spending spent, int missing, int wanted, Instant now) {
		return (wanted > limit()) ? Duration.ZERO : Duration.between(now, spent.free(missing));
	}

	/** Says how many devices an owner changed; nothing once that is known. */
	void settle(Subject subject, String owner, int machines) {
		change(subject, (spending) -> spending.settled(owner, machines, this.clock.instant()));
	}

	private void change(Subject subject, UnaryOperator<Spending> change) {
		var name = name(subject);
		var kept = this.settings.longestRun().plus(Spending.WINDOW).plusMinutes(1);
		for (var done = false; !done;) {
			var found = this.spendings.find(name, kept, null);
			var changed = change.apply(found.map(Records.Held::value).orElse(Spending.NONE));
			done = found.isPresent() ? this.spendings.replace(name, found.get(), changed).isPresent()
					: this.spendings.add(name, changed, kept).isPresent();
		}
	}

	/** The one that is there already, whatever key named it; else that of the first. */
	private String name(Subject subject) {
		var names = this.shelves
			.secrets(KIND, String.join("\n", subject.kind().name(), subject.tenantId(), subject.id()))
			.stream()
			.map(this.spendings::name)
			.toList();
		return (names.size() == 1) ? names.getFirst()
				: names.stream().filter(this.spendings::isThere).findFirst().orElse(names.getFirst());
	}

	/** A person would change too many devices in an hour. */
	private static final class Reached extends Failure {

		Reached(int limit, int left, int wanted, Duration wait) {
			super(ProblemType.BULK_LIMIT_REACHED,
					"You may change %d devices in an hour through bulk operations, %d are left, and this names %d."
						.formatted(limit, left, wanted));
			member("per_hour", limit);
			member("left", left);
			member("wanted", wanted);
			if (wait.isPositive()) {
				header(HttpHeaders.RETRY_AFTER, Long.toString(wait.plusMillis(999).toSeconds()));
			}
		}

	}

}
