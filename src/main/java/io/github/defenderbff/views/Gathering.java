package io.github.defenderbff.views;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import io.github.defenderbff.audit.Whence;
import io.github.defenderbff.policy.Decision;
import io.github.defenderbff.policy.Policy;
import io.github.defenderbff.policy.Requirements;
import io.github.defenderbff.policy.Targets;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Asks for all parts at once, and for those that need something of the subject as soon as
 * it is there. What is late when the time is over is told as such. Its call goes on under
 * the usual deadline: it has taken its quota already, and whoever asks again joins it or
 * finds its answer.
 */
@Component
final class Gathering {

	private final Parts parts;

	private final Policy policy;

	private final Requirements requirements;

	private final Clock clock;

	Gathering(Parts parts, Policy policy, Requirements requirements, Clock clock) {
		this.parts = parts;
		this.policy = policy;
		this.requirements = requirements;
		this.clock = clock;
	}

	/**
	 * The parts of a view, in its order.
	 * @throws io.github.defenderbff.problem.Failure if the whole view fails
	 */
	List<Answered> of(View view, Visit visit) {
		var wanted = asFarAsAllowed(view, visit);
		return awaited(wanted, begun(wanted, visit), visit);
	}

	/** Where the subject is denied, its parts would be asked for in vain. */
	private View asFarAsAllowed(View view, Visit visit) {
		var denied = view.hasSubject() && this.requirements.of(view.parts().getFirst().operation())
			.map((requirement) -> this.policy.decide(visit.caller(), requirement, Targets.NONE))
			.filter(Decision.Deny.class::isInstance)
			.isPresent();
		return denied ? view.subjectOnly() : view;
	}

	private List<CompletableFuture<Answered>> begun(View view, Visit visit) {
		var threads = threads();
		var underway = new ArrayList<CompletableFuture<Answered>>();
		for (var wanted : view.parts()) {
			underway.add(wanted.needsSubject()
					? underway.getFirst()
						.thenApplyAsync((subject) -> this.parts.get(wanted, visit, subject.part()), threads)
					: CompletableFuture.supplyAsync(() -> this.parts.get(wanted, visit), threads));
		}
		return underway;
	}

	private List<Answered> awaited(View view, List<CompletableFuture<Answered>> underway, Visit visit) {
		var answers = new ArrayList<Answered>();
		for (var index = 0; index < underway.size(); index++) {
			var answer = await(underway.get(index), visit);
			answers.add((answer != null) ? answer : this.parts.late(view.parts().get(index), visit));
			if (index == 0 && view.hasSubject()) {
				view.throwIfFailed(answers);
			}
		}
		view.throwIfFailed(answers);
		return answers;
	}

	/** The answer; null if the time is over before. */
	private @Nullable Answered await(CompletableFuture<Answered> underway, Visit visit) {
		try {
			var left = Duration.between(this.clock.instant(), visit.deadline());
			return underway.get(Math.max(0, left.toNanos()), TimeUnit.NANOSECONDS);
		}
		catch (TimeoutException _) {
			return null;
		}
		catch (InterruptedException _) {
			Thread.currentThread().interrupt();
			return null;
		}
		catch (ExecutionException ex) {
			throw new IllegalStateException(ex.getCause());
		}
	}

	/** One thread for each part, whose log lines and audit are those of the request. */
	private static Executor threads() {
		var whence = Whence.here();
		return (task) -> Thread.ofVirtual().name("view").start(() -> whence.run(task));
	}

}
