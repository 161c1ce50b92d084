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

/**
 * Asks Defender once for equal reads that are under way together, and tells all of them
 * the answer, or the failure. Whoever asks after a change does not join those who asked
 * before.
 */
final class Coalesce implements Stage {

	private static final Set<ProblemType> OF_THE_SESSION = EnumSet.of(ProblemType.SESSION_EXPIRED,
			ProblemType.STEP_UP_REQUIRED, ProblemType.STEP_UP_INSUFFICIENT, ProblemType.CLIENT_CREDENTIAL_REJECTED,
			ProblemType.IDENTITY_PROVIDER_UNREACHABLE);

	private final Map<Flight, CompletableFuture<Payload<?>>> flights = new ConcurrentHashMap<>();

	private final ResponseCache cache;

	private final Stage next;

	Coalesce(ResponseCache cache, Stage next) {
		this.cache = cache;
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		if (!call.operation().storable()) {
			return this.next.answer(call);
		}
		var flight = new Flight(FromCache.key(call), this.cache.mark());
		var mine = new CompletableFuture<Payload<?>>();
		var underway = this.flights.putIfAbsent(flight, mine);
		return (underway != null) ? join(call, underway) : lead(call, flight, mine);
	}

	private Payload<?> lead(Call call, Flight flight, CompletableFuture<Payload<?>> mine) {
		try {
			var payload = this.next.answer(call);
			mine.complete(payload);
			return payload;
		}
		catch (RuntimeException | Error failure) {
			mine.completeExceptionally(failure);
			throw failure;
		}
		finally {
			this.flights.remove(flight, mine);
		}
	}

	/**
	 * A failure of the leader's own session is no answer for others, and one that is not
	 * held can be read by the leader only; they ask themselves.
	 */
	private Payload<?> join(Call call, CompletableFuture<Payload<?>> underway) {
		try {
			var payload = underway.join();
			return (payload.held() != null) ? payload.withCacheStatus(CacheStatus.COLLAPSED) : this.next.answer(call);
		}
		catch (CompletionException ex) {
			if (ex.getCause() instanceof Failure failure && OF_THE_SESSION.contains(failure.type())) {
				return this.next.answer(call);
			}
			throw (ex.getCause() instanceof RuntimeException cause) ? cause : ex;
		}
	}

	private record Flight(Key key, long mark) {

	}

}
