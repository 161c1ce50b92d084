package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import io.github.defenderbff.problem.Failure;

/**
 * The tokens of a session for other resources than Defender. They come from the same
 * refresh token, so calls for all of them take turns.
 */
final class OtherTokens {

	/** So long a refusal holds: who asks again and again looks like an attack. */
	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final KeptSession kept;

	private final SessionRenewal renewal;

	private final Turns turns;

	private final Clock clock;

	private final Map<Resource, Refusal> refusals = new ConcurrentHashMap<>();

	OtherTokens(KeptSession kept, SessionRenewal renewal, Turns turns, Clock clock) {
		this.kept = kept;
		this.renewal = renewal;
		this.turns = turns;
		this.clock = clock;
	}

	/** A token that is valid now; one exchange serves all who wait for it. */
	AccessToken get(Resource resource) {
		return this.turns.take((turn) -> currentOrNew(resource, turn));
	}

	/**
	 * Whoever was refused with the same token finds the one that the first of them got.
	 */
	AccessToken insteadOf(Resource resource, AccessToken rejected) {
		return this.turns.take((turn) -> {
			this.kept.change((current) -> current.without(resource, rejected));
			return currentOrNew(resource, turn);
		});
	}

	/** A token near its end is good enough while no other can be had. */
	private AccessToken currentOrNew(Resource resource, Turns.Turn turn) {
		this.kept.requireLiving();
		this.kept.record().requireNoStepUp();
		var known = this.kept.record().tokens().other(resource);
		if (known != null && !known.needsRenewal(this.clock.instant())) {
			return known.accessToken();
		}
		try {
			return turn.attempt(() -> exchanged(resource));
		}
		catch (IdentityProviderUnreachable | ClientCredentialRejected failure) {
			if (known == null || known.hasExpired(this.clock.instant())) {
				throw failure;
			}
			return known.accessToken();
		}
	}

	private AccessToken exchanged(Resource resource) {
		var earlier = this.refusals.get(resource);
		if (earlier != null && this.clock.instant().isBefore(earlier.until())) {
			throw earlier.failure();
		}
		try {
			var token = this.renewal.token(resource);
			this.refusals.remove(resource);
			return token;
		}
		catch (ConsentMissing | StepUpRequired | SessionEnded refusal) {
			this.refusals.put(resource, new Refusal(refusal, this.clock.instant().plus(PAUSE)));
			throw refusal;
		}
	}

	/**
	 * That only the person, or an administrator, can help.
	 *
	 * @param failure what is told
	 * @param until when the provider is asked again
	 */
	private record Refusal(Failure failure, Instant until) {

	}

}
