package io.github.defenderbff.signin;

import java.time.Clock;
import java.util.function.UnaryOperator;

import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;

/** What renewals and refusals of its tokens make of a session; one at a time. */
final class SessionRenewal {

	private final KeptSession kept;

	private final TokenRenewal renewal;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	private volatile @Nullable Unpublished unpublished;

	SessionRenewal(KeptSession kept, TokenRenewal renewal, Clock clock, ApplicationEventPublisher events) {
		this.kept = kept;
		this.renewal = renewal;
		this.clock = clock;
		this.events = events;
	}

	/**
	 * A token for another resource, got by this call or by another one while it waited.
	 * Where the provider is has to be known before the turn begins, which is short.
	 */
	AccessToken token(Resource resource) {
		this.renewal.findProvider();
		return this.kept.exchange(() -> tokenNow(resource));
	}

	private AccessToken tokenNow(Resource resource) {
		publish();
		var before = this.kept.seen();
		before.requireNoStepUp();
		var known = before.tokens().other(resource);
		if (known != null && !known.needsRenewal(this.clock.instant())) {
			this.renewal.wasShared();
			return known.accessToken();
		}
		var got = this.renewal.renew(before, resource);
		this.unpublished = new Unpublished(before, (current) -> current.with(resource, got, before));
		publish();
		return got.accessToken();
	}

	/**
	 * The session after a renewal, by this call or by another one while it waited.
	 * @param needed whether there must be another token; else it is only time for one
	 */
	SessionRecord renewed(boolean needed) {
		this.renewal.findProvider();
		return this.kept.exchange(() -> renewedNow(needed));
	}

	private SessionRecord renewedNow(boolean needed) {
		publish();
		var before = this.kept.seen();
		before.requireNoStepUp();
		if (!isDue(before, needed)) {
			this.renewal.wasShared();
			return before;
		}
		try {
			var renewed = this.renewal.renew(before);
			this.unpublished = new Unpublished(before,
					(current) -> current.tokens().isAsNewAs(before.tokens()) ? current.renewed(renewed) : current);
			return publish();
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
	}

	private boolean isDue(SessionRecord current, boolean needed) {
		var now = this.clock.instant();
		return needed ? current.tokens().needsRenewal(now) : current.tokens().mayBeRenewed(now, this.kept.share());
	}

	/**
	 * Keeps what the last renewal brought. Where that failed it is tried again before the
	 * provider is asked again, who may give nothing more for the old refresh token. Who
	 * was slow, and beaten by another replica, takes what that one got.
	 */
	private SessionRecord publish() {
		var news = this.unpublished;
		if (news == null) {
			return this.kept.record();
		}
		var after = this.kept.change(news.change());
		this.unpublished = null;
		if (!after.hasScopesOf(news.before())) {
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
		var person = this.kept.record().person();
		try {
			if (this.kept.end()) {
				this.events
					.publishEvent(new SignInEvent.Ended(person.subject(), why, KeptSession.label(this.kept.name())));
			}
		}
		finally {
			forgetWhatIsKnown();
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

	/**
	 * What the provider gave, as long as it is known here only.
	 *
	 * @param before what it was given for
	 * @param change what becomes of the session by it
	 */
	private record Unpublished(SessionRecord before, UnaryOperator<SessionRecord> change) {

	}

}
