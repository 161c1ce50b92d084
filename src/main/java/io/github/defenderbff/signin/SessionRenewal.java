package io.github.defenderbff.signin;

import java.time.Clock;

import org.springframework.context.ApplicationEventPublisher;

/** What renewals and refusals of its tokens make of a session; one at a time. */
final class SessionRenewal {

	private final KeptSession kept;

	private final TokenRenewal renewal;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	SessionRenewal(KeptSession kept, TokenRenewal renewal, Clock clock, ApplicationEventPublisher events) {
		this.kept = kept;
		this.renewal = renewal;
		this.clock = clock;
		this.events = events;
	}

	/** A token for Graph; the refresh token that came with it is kept. */
	AccessToken graphToken() {
		var tokens = this.renewal.forGraph(this.kept.seen());
		this.kept.change((current) -> current.withRefreshTokenOf(tokens));
		return tokens.accessToken();
	}

	/**
	 * The session after a renewal, by this call or by another one while it waited. A
	 * token near its end is good enough while no other can be had.
	 * @param needed whether there must be another token; else it is only time for one
	 */
	SessionRecord renewed(boolean needed) {
		var before = this.kept.seen();
		before.requireNoStepUp();
		if (!isDue(before, needed)) {
			return before;
		}
		try {
			return renewed(before, this.renewal.renew(before));
		}
		catch (SessionEnded end) {
			return refused(before, end);
		}
		catch (InteractionRequired required) {
			if (!needed) {
				return before;
			}
			this.kept.change((current) -> current.blocked(current.stepUp().demandedBy(required)));
			throw blocked();
		}
		catch (IdentityProviderUnreachable | ClientCredentialRejected failure) {
			if (before.tokens().hasExpired(this.clock.instant())) {
				throw failure;
			}
			return before;
		}
	}

	private boolean isDue(SessionRecord current, boolean needed) {
		var now = this.clock.instant();
		return needed ? current.tokens().needsRenewal(now) : current.tokens().mayBeRenewed(now, this.kept.share());
	}

	/** Who was slow, and beaten by another replica, takes what that one got. */
	private SessionRecord renewed(SessionRecord before, TokenRenewal.Renewed renewed) {
		var after = this.kept
			.change((current) -> current.tokens().isAsNewAs(before.tokens()) ? current.renewed(renewed) : current);
		if (!after.hasScopesOf(before)) {
			forgetWhatIsKnown();
		}
		return after;
	}

	/** A refusal of tokens that were replaced meanwhile says nothing of the new ones. */
	private SessionRecord refused(SessionRecord before, SessionEnded end) {
		var current = this.kept.seen();
		if (current.tokens().isAsNewAs(before.tokens())) {
			end(SessionEnd.NOT_RENEWED);
			throw end;
		}
		return current;
	}

	/** However many notice, on however many replicas, it ends once and for one reason. */
	void end(SessionEnd why) {
		if (this.kept.end()) {
			this.events.publishEvent(new SignInEvent.Ended(this.kept.record().person().subject(), why));
		}
	}

	/** From here on there is no token until the person has signed in. */
	StepUpRequired blocked() {
		forgetWhatIsKnown();
		return StepUpRequired.because(this.kept.record().stepUp());
	}

	void forgetWhatIsKnown() {
		this.events.publishEvent(new SessionChanged(this.kept.record().person()));
	}

}
