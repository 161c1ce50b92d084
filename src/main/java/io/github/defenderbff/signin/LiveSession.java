package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Duration;

import io.github.defenderbff.problem.Failure;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;

/**
 * A session in this process: its record, and the renewal of its tokens. However many
 * calls meet an expired token, one of them renews it and the others use the result.
 */
final class LiveSession implements Tokens {

	private final TokenRenewal renewal;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final @Nullable GroupsLookUp groups;

	private final Turns renewing = new Turns();

	private volatile SessionRecord record;

	private volatile boolean ended;

	LiveSession(SessionRecord record, TokenRenewal renewal, GroupsSource groups, Clock clock,
			ApplicationEventPublisher events) {
		this.record = record;
		this.renewal = renewal;
		this.clock = clock;
		this.events = events;
		this.groups = record.groupsElsewhere() ? new GroupsLookUp(this, groups, clock) : null;
	}

	/** Begins to look up what the first decision will need. */
	void begin() {
		if (this.groups != null) {
			var _ = this.groups.start();
		}
	}

	SessionRecord record() {
		return this.record;
	}

	/** The caller; groups that are being looked up for the first time are waited for. */
	Caller.Delegated caller() {
		if (this.groups != null) {
			this.groups.await();
		}
		return this.record.caller(this);
	}

	/** Whether the session may still be used; past its absolute timeout it may not. */
	boolean usable(Duration absoluteTimeout) {
		return !this.ended && this.clock.instant().isBefore(this.record.signedInAt().plus(absoluteTimeout));
	}

	/**
	 * Destroys the tokens; later calls are told that the session has ended. A renewal
	 * under way finds out when it is done.
	 */
	@Override
	public void end() {
		this.ended = true;
		this.record = this.record.withoutTokens();
	}

	@Override
	public AccessToken accessToken() {
		var current = this.record;
		if (!this.ended && !current.stepUp().blocks() && !current.tokens().needsRenewal(this.clock.instant())) {
			return current.tokens().accessToken();
		}
		return this.renewing.take(this::currentOrRenewed);
	}

	@Override
	public void requireNoStepUp() {
		this.record.requireNoStepUp();
	}

	@Override
	public AccessToken insteadOf(AccessToken rejected) {
		return this.renewing.take((turn) -> {
			if (this.record.tokens().accessToken().equals(rejected)) {
				this.record = this.record.expired();
			}
			return currentOrRenewed(turn);
		});
	}

	/**
	 * Others who were challenged at the same time find the token that the first of them
	 * got. One that was asked for with these claims already will not get better.
	 */
	@Override
	public AccessToken insteadOf(AccessToken challenged, Claims claims) {
		forgetWhatIsKnown();
		return this.renewing.take((turn) -> {
			var current = this.record;
			var isCurrent = current.tokens().accessToken().equals(challenged);
			var wasAsked = claims.equals(current.stepUp().claims());
			if (isCurrent && wasAsked) {
				throw blocked(current.stepUp().challengedFor(claims));
			}
			if (!current.stepUp().blocks() && (isCurrent || !wasAsked)) {
				this.record = current.asking(claims);
			}
			return currentOrRenewed(turn);
		});
	}

	@Override
	public Failure challenged(AccessToken token, Claims claims) {
		return this.renewing.take((_) -> {
			var current = this.record;
			return current.tokens().accessToken().equals(token) ? blocked(current.stepUp().challengedFor(claims))
					: StepUpRequired.because(current.stepUp());
		});
	}

	/** A token for Graph, from the refresh token that all of the session come from. */
	AccessToken graphToken() {
		return this.renewing.take((_) -> {
			requireLiving();
			var tokens = this.renewal.forGraph(this.record);
			this.record = this.record.withRefreshToken(tokens.refreshToken());
			requireLiving();
			return tokens.accessToken();
		});
	}

	/** Takes note of groups that the ID token did not list. */
	void learn(Groups found) {
		this.renewing.take((_) -> this.record = this.record.with(found));
		if (this.ended) {
			end();
		}
	}

	private AccessToken currentOrRenewed(Turns.Turn turn) {
		requireLiving();
		var current = this.record;
		current.requireNoStepUp();
		if (current.tokens().needsRenewal(this.clock.instant())) {
			this.record = renewed(current, turn);
			if (!this.record.hasScopesOf(current)) {
				forgetWhatIsKnown();
			}
		}
		requireLiving();
		return this.record.tokens().accessToken();
	}

	private void requireLiving() {
		if (this.ended) {
			end();
			throw new SessionEnded("The session has ended. Sign in again; nothing was changed.");
		}
	}

	/** A token near its end is good enough while no other can be had. */
	private SessionRecord renewed(SessionRecord current, Turns.Turn turn) {
		try {
			return turn.attempt(() -> this.renewal.renew(current));
		}
		catch (SessionEnded ended) {
			end();
			throw ended;
		}
		catch (InteractionRequired required) {
			throw blocked(current.stepUp().demandedBy(required));
		}
		catch (IdentityProviderUnreachable | ClientCredentialRejected failure) {
			if (current.tokens().hasExpired(this.clock.instant())) {
				throw failure;
			}
			return current;
		}
	}

	/** From here on there is no token until the person has signed in. */
	private StepUpRequired blocked(StepUp stepUp) {
		this.record = this.record.blocked(stepUp);
		forgetWhatIsKnown();
		return StepUpRequired.because(stepUp);
	}

	private void forgetWhatIsKnown() {
		this.events.publishEvent(new SessionChanged(this.record.person()));
	}

}
