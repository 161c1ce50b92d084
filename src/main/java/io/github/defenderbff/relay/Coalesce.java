package io.github.defenderbff.relay;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.responsecache.Key;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.defenderbff.responsecache.Tags;

/**
 * Asks Defender once for equal reads that are under way together, and tells all of them
 * the answer, or the failure. Whoever asks after a change does not join those who asked
 * before.
 */
final class Coalesce implements Stage {

	private static final Set<ProblemType> OF_THE_SESSION = EnumSet.of(ProblemType.SESSION_EXPIRED,
			ProblemType.STEP_UP_REQUIRED, ProblemType.STEP_UP_INSUFFICIENT, ProblemType.CLIENT_CREDENTIAL_REJECTED,
			ProblemType.IDENTITY_PROVIDER_UNREACHABLE);

	private final Map<Key, Flight> flights = new ConcurrentHashMap<>();

	private final ResponseCache cache;

	private final Stage next;

	Coalesce(ResponseCache cache, Stage next) {
		this.cache = cache;
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		var slot = call.slot();
		if (slot == null) {
			return this.next.answer(call);
		}
		var mine = new Flight(slot.mark(), call.tags(), call.terms(), new CompletableFuture<>());
		var joined = this.flights.merge(slot.key(), mine, (underway, late) -> joins(call, underway) ? underway : late);
		return joined.equals(mine) ? lead(call, slot.key(), mine) : join(call, joined);
	}

	private boolean joins(Call call, Flight underway) {
		return underway.mayServe(call.terms()) && !this.cache.overtaken(underway.mark(), call.tags())
				&& !isOvertaken(underway);
	}

	private boolean isOvertaken(Flight flight) {
		return this.cache.overtaken(flight.mark(), flight.tags());
	}

	private Payload<?> lead(Call call, Key key, Flight flight) {
		try {
			var payload = this.next.answer(call);
			this.flights.remove(key, flight);
			flight.result().complete(payload);
			return payload;
		}
		catch (RuntimeException | Error failure) {
			this.flights.remove(key, flight);
			flight.result().completeExceptionally(failure);
			throw failure;
		}
	}

	/**
	 * An answer that is not held can be read by the leader only, and a failure of the
	 * leader's own session is no answer for others; they ask themselves. If the leader
	 * had no quota, one of the others may have. Where people share, the leader may have
	 * got other rights meanwhile.
	 */
	private Payload<?> join(Call call, Flight underway) {
		try {
			var payload = underway.result().join();
			if (!underway.isOf(call) && isOvertaken(underway)) {
				return answer(call);
			}
			return mayBeGiven(payload, underway, call)
					? payload.withCacheStatus(CacheStatus.COLLAPSED).withRateLimits(null) : this.next.answer(call);
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof Failure failure) {
				if (OF_THE_SESSION.contains(failure.type())) {
					return this.next.answer(call);
				}
				if (isOfTheLeader(failure, underway, call)) {
					return answer(call);
				}
			}
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	/** Whether it says nothing of those who joined: another share, or other rights. */
	private static boolean isOfTheLeader(Failure failure, Flight underway, Call call) {
		return switch (failure.type()) {
			case QUOTA_EXHAUSTED -> !underway.hasQuotaOf(call);
			case REFUSED_UPSTREAM -> !underway.isOf(call);
			default -> false;
		};
	}

	/** Of what may not be stored, nothing is given to others either. */
	private static boolean mayBeGiven(Payload<?> payload, Flight underway, Call call) {
		return payload.isStorable() || (payload.held() != null && underway.isOf(call));
	}

	/** A read that is under way; no two are equal. */
	private record Flight(long mark, Tags tags, Terms terms, CompletableFuture<Payload<?>> result) {

		/**
		 * What a change depends on may use the reserve, so it waits for no other read.
		 */
		boolean mayServe(Terms others) {
			return this.terms.forChange() || !others.forChange();
		}

		/** Whether the same person asked. */
		boolean isOf(Call call) {
			return this.tags.askedBy().equals(call.caller().subject());
		}

		/** Whether it had the same share, and waited for it as long as the call would. */
		boolean hasQuotaOf(Call call) {
			return isOf(call) && (this.terms.patient() || !call.terms().patient());
		}

	}

}
