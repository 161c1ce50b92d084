package io.github.defenderbff.bulk;

import java.time.Duration;
import java.util.Optional;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.audit.TestAudits;
import io.github.defenderbff.bulk.Fortune.Died;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.store.Store;
import io.github.defenderbff.store.TestStores;
import org.jspecify.annotations.Nullable;

/** A process that takes orders, all on one thread. */
final class Replica {

	private final RunDesk desk;

	Replica(Store store, HandMovedClock clock, BulkProperties settings, Sender sender) {
		var shelves = TestStores.shelves(store);
		var runs = new Runs(shelves);
		var allowances = new Allowances(shelves, settings, clock);
		var runner = new Runner(sender, Optional::of, (_, _, _) -> {
		}, allowances, settings, clock, clock::move, Runnable::run);
		this.desk = new RunDesk(runs, runner, allowances, TestAudits.audit(), clock);
	}

	/** One that nothing befalls. */
	static Replica sound(Store store, HandMovedClock clock, BulkProperties settings, Sender sender) {
		return new Replica(store, clock, settings, sender);
	}

	RunView take(Caller caller, Order order, IdempotencyKey key) {
		return this.desk.take(caller, order, key);
	}

	/** Takes an order as far as it gets; null where nobody is told. */
	@Nullable RunView attempt(Caller caller, Order order, IdempotencyKey key) {
		try {
			return take(caller, order, key);
		}
		catch (Failure | Died _) {
			return null;
		}
	}

	/** Longer than somebody is taken for alive that says nothing. */
	static Duration aWhile() {
		return Runs.LEASE.plusSeconds(1);
	}

}
