package io.github.defenderbff.bulk;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.IntStream;

import io.github.defenderbff.audit.Audit;
import io.github.defenderbff.audit.Deed;
import io.github.defenderbff.problem.Correlation;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.store.Records.Held;
import io.github.defenderbff.store.StoreUnavailable;

import org.springframework.stereotype.Component;

/**
 * Takes orders. One that is repeated with its key is the run that there is; if nobody
 * works on that any more, what was not sent yet is continued.
 */
@Component
final class RunDesk {

	private final Runs runs;

	private final Runner runner;

	private final Allowances allowances;

	private final Audit audit;

	private final Clock clock;

	private final List<ReentrantLock> turns = IntStream.range(0, 64).mapToObj((_) -> new ReentrantLock()).toList();

	RunDesk(Runs runs, Runner runner, Allowances allowances, Audit audit, Clock clock) {
		this.runs = runs;
		this.runner = runner;
		this.allowances = allowances;
		this.audit = audit;
		this.clock = clock;
	}

	/** Begins a run, continues it, or finds it. */
	RunView take(Caller caller, Order order, IdempotencyKey key) {
		var ids = this.runs.ids(caller.subject(), key);
		var turn = this.turns.get(Math.floorMod(ids.hashCode(), this.turns.size()));
		turn.lock();
		try {
			var taken = this.runs.alone(ids, () -> taken(caller, order, ids));
			return this.runs.view(taken).orElseThrow(StoreUnavailable::new);
		}
		finally {
			turn.unlock();
		}
	}

	/** A run that is there and cannot be read is not begun anew. */
	private String taken(Caller caller, Order order, List<String> ids) {
		for (var id : ids) {
			var found = this.runs.find(id).orElse(null);
			if (found != null && found.value().order().equals(order)) {
				resume(caller, found);
				return id;
			}
			if (found != null || this.runs.isThere(id)) {
				throw new IdempotencyKey.Reused();
			}
		}
		begin(caller, order, ids.getFirst());
		return ids.getFirst();
	}

	private void begin(Caller caller, Order order, String id) {
		var owner = UUID.randomUUID().toString();
		if (!this.runs.own(id, owner)) {
			throw new StoreUnavailable();
		}
		var run = Run.of(id, caller.subject(), order, this.clock.instant(), Correlation.id(), owner);
		reserve(caller, run);
		begin(caller, run, this.runs.add(run));
	}

	private void begin(Caller caller, Run run, Optional<Held<Run>> kept) {
		if (kept.isEmpty()) {
			this.allowances.settle(run.subject(), run.owner(), 0);
			this.runs.leave(run.id(), run.owner());
			throw new StoreUnavailable();
		}
		this.runner.begin(caller, new Progress(this.runs, kept.get()));
	}

	/** Only what certainly was not sent is continued, and by one owner. */
	private void resume(Caller caller, Held<Run> found) {
		var run = found.value();
		var owner = UUID.randomUUID().toString();
		if (run.waiting().isEmpty() || this.runs.isOwned(run, null) || !this.runs.own(run.id(), owner)) {
			return;
		}
		var mine = run.takenBy(owner);
		this.allowances.settle(run.subject(), run.owner(), run.tried());
		reserve(caller, mine);
		begin(caller, mine, this.runs.replace(found, mine));
	}

	/** Who may not go on is not the owner. */
	private void reserve(Caller caller, Run run) {
		var machines = run.waiting();
		try {
			this.allowances.reserve(caller.subject(), run.owner(), machines.size());
			this.audit.bulkRun(new Deed(caller.subject(), run.order().operation(), null, machines), run.id());
		}
		catch (Failure failure) {
			if (failure.type() != ProblemType.BULK_LIMIT_REACHED) {
				this.allowances.settle(caller.subject(), run.owner(), 0);
			}
			this.runs.leave(run.id(), run.owner());
			throw failure;
		}
	}

	/**
	 * A run of the caller's.
	 * @throws Failure if there is none of that id, or it is somebody else's
	 */
	RunView view(Caller caller, String id) {
		var before = this.runs.owner(id);
		var run = this.runs.find(id).map(Held::value).orElse(null);
		if (run == null || !run.subject().equals(caller.subject())) {
			throw new NoSuchRun();
		}
		return RunView.of(run, this.runs.isOwned(run, before));
	}

	/** There is no such run, or it is not the caller's. */
	private static final class NoSuchRun extends Failure {

		NoSuchRun() {
			super(ProblemType.NOT_FOUND, "There is no such run of yours. Runs are known for 24 hours.");
		}

	}

}
