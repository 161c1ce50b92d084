package io.github.defenderbff.signin;

import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.defenderbff.problem.Failure;
import org.jspecify.annotations.Nullable;

/**
 * Lets one call at a time have its turn; whoever waited while another one failed shares
 * its failure, instead of failing again after it.
 */
final class Turns {

	private final ReentrantLock lock = new ReentrantLock();

	private volatile @Nullable Failure latest;

	/** Has a turn, in which an attempt can be made. */
	<T> T take(Function<Turn, T> action) {
		var turn = new Turn(this.latest);
		this.lock.lock();
		try {
			return action.apply(turn);
		}
		finally {
			this.lock.unlock();
		}
	}

	/** The turn of one call. */
	final class Turn {

		private final @Nullable Failure known;

		private Turn(@Nullable Failure known) {
			this.known = known;
		}

		/**
		 * Makes the attempt, unless another one failed while this call waited.
		 * @throws Failure that of the attempt, or of the other one
		 */
		<T> T attempt(Supplier<T> attempt) {
			var failure = Turns.this.latest;
			if (failure != null && !Objects.equals(failure, this.known)) {
				throw failure;
			}
			try {
				return attempt.get();
			}
			catch (IdentityProviderUnreachable | ClientCredentialRejected ex) {
				Turns.this.latest = ex;
				throw ex;
			}
		}

	}

}
