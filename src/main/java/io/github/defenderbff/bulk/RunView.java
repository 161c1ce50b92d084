package io.github.defenderbff.bulk;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.defenderbff.bulk.Step.Outcome;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * A run as its person sees it.
 *
 * @param id what it is found by
 * @param operation the operation's id
 * @param state running or ended
 * @param startedAt when it was begun
 * @param endedAt when it ended; null while it runs, or where it broke off
 * @param stopped why it ended early; null if it did not
 * @param counts how many devices are in which state
 * @param machines one entry for each device
 * @param correlationId what its log lines and audit entries are found by
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "BulkRun")
record RunView(String id, String operation, @Schema(allowableValues = {
		RunView.RUNNING, RunView.ENDED }) String state, Instant startedAt, @Nullable Instant endedAt,
		@Nullable Stop stopped, Map<String, Integer> counts, List<Step> machines, String correlationId){

	static final String RUNNING = "running";

	static final String ENDED = "ended";

	/**
	 * What a run shows of itself.
	 * @param owned whether its owner lives
	 */
	static RunView of(Run run, boolean owned) {
		var runs = owned && run.endedAt() == null;
		var steps = runs ? run.steps() : run.steps().stream().map(RunView::left).toList();
		var counts = new TreeMap<String, Integer>();
		steps.forEach((step) -> counts.merge(step.outcome().word(), 1, Integer::sum));
		return new RunView(run.id(), run.order().operation(), runs ? RUNNING : ENDED, run.startedAt(), run.endedAt(),
				stopped(run, runs, steps), counts, steps, run.correlationId());
	}

	private static @Nullable Stop stopped(Run run, boolean runs, List<Step> steps) {
		var early = !runs && run.endedAt() == null
				&& steps.stream().anyMatch((step) -> step.is(Outcome.NOT_SENT) || step.is(Outcome.UNKNOWN));
		return early ? Stop.INTERRUPTED : run.stopped();
	}

	/** What nobody works on any more. */
	private static Step left(Step step) {
		return switch (step.outcome()) {
			case WAITING -> new Step(step.machine(), Outcome.NOT_SENT, null, step.problem());
			case SENDING -> step.now(Outcome.UNKNOWN);
			case SENT, REFUSED, FAILED, UNKNOWN, NOT_SENT -> step;
		};
	}

	/** Whether there is more to come. */
	@JsonIgnore
	boolean isRunning() {
		return this.state.equals(RUNNING);
	}

}
