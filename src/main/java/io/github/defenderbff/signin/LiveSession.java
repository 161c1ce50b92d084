package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Duration;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;

import io.github.defenderbff.problem.Failure;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;

/**
 * A session in this process: its record, and the renewal of its tokens. However many
 * calls meet an expired token, one of them renews it and the others use the result, also
 * if that is a failure.
 */
final class LiveSession implements Tokens {

	private final TokenRenewal renewal;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private final ReentrantLock renewing = new ReentrantLock();

	private volatile SessionRecord record;

	private volatile boolean ended;

	/** The last renewal that could not be made for now. */
	private volatile @Nullable Failure outage;

	LiveSession(SessionRecord record, TokenRenewal renewal, Clock clock, ApplicationEventPublisher events) {
		this.record = record;
		this.renewal = renewal;
		this.clock = clock;
		this.events = events;
	}

	SessionRecord record() {
		return this.record;
	}

	Caller.Delegated caller() {
		var current = this.record;
		return new Caller.Delegated(current.person(), current.evidence(), this);
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
		return alone(this::currentOrRenewed);
	}

	@Override
	public AccessToken insteadOf(AccessToken rejected) {
		return alone((known) -> {
			if (this.record.tokens().accessToken().equals(rejected)) {
				this.record = this.record.expired();
			}
			return currentOrRenewed(known);
		});
	}

	/**
	 * Others who were challenged at the same time find the token that the first of them
	 * got. One that was asked for with these claims already will not get better.
	 */
	@Override
	public AccessToken insteadOf(AccessToken challenged, Claims claims) {
		forgetWhatIsKnown();
		return alone((known) -> {
			var current = this.record;
			var isCurrent = current.tokens().accessToken().equals(challenged);
			var wasAsked = claims.equals(current.stepUp().claims());
			if (isCurrent && wasAsked) {
				throw blocked(current.stepUp().challengedFor(claims));
			}
			if (!current.stepUp().blocks() && (isCurrent || !wasAsked)) {
				this.record = current.asking(claims);
			}
			return currentOrRenewed(known);
		});
	}

	@Override
	public Failure challenged(AccessToken token, Claims claims) {
		return alone((_) -> {
			var current = this.record;
			return current.tokens().accessToken().equals(token) ? blocked(current.stepUp().challengedFor(claims))
					: StepUpRequired.because(current.stepUp());
		});
	}

	/**
	 * Lets one call at a time renew.
	 * @param action is given the outage that was known before the call had to wait
	 */
	private <T> T alone(Function<@Nullable Failure, T> action) {
		var known = this.outage;
		this.renewing.lock();
		try {
			return action.apply(known);
		}
		finally {
			this.renewing.unlock();
		}
	}

	private AccessToken currentOrRenewed(@Nullable Failure known) {
		requireLiving();
		var current = this.record;
		if (current.stepUp().blocks()) {
			throw StepUpRequired.because(current.stepUp());
		}
		if (current.tokens().needsRenewal(this.clock.instant())) {
			this.record = renewed(current, known);
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

	private SessionRecord renewed(SessionRecord current, @Nullable Failure known) {
		var latest = this.outage;
		if (latest != null && !latest.equals(known)) {
			return outlasting(latest, current);
		}
		try {
			return this.renewal.renew(current);
		}
		catch (SessionEnded ended) {
			end();
			throw ended;
		}
		catch (InteractionRequired required) {
			var claims = required.claims();
			throw blocked(new StepUp.Pending((claims != null) ? claims : current.stepUp().claims()));
		}
		catch (IdentityProviderUnreachable | ClientCredentialRejected failure) {
			this.outage = failure;
			return outlasting(failure, current);
		}
	}

	/** A token near its end is good enough while there is no other. */
	private SessionRecord outlasting(Failure failure, SessionRecord current) {
		if (current.tokens().hasExpired(this.clock.instant())) {
			throw failure;
		}
		return current;
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
