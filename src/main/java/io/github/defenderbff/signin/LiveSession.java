package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicBoolean;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.store.Records.Held;
import org.jspecify.annotations.Nullable;

import org.springframework.context.ApplicationEventPublisher;

/**
 * A session in this process: its record as it was last seen, and the renewal of its
 * tokens. However many calls meet an expired token, here or in another replica, one of
 * them renews it and the others use the result.
 */
final class LiveSession implements Tokens {

	/** So long nobody tries ahead of the end what has just failed. */
	private static final Duration PAUSE = Duration.ofSeconds(30);

	private final KeptSession kept;

	private final SessionRenewal renewal;

	private final OtherTokens others;

	private final Clock clock;

	private final @Nullable GroupsLookUp groups;

	private final Turns renewing = new Turns();

	private final AtomicBoolean renewingAhead = new AtomicBoolean();

	private volatile Instant notAheadBefore = Instant.EPOCH;

	LiveSession(KeptSession kept, TokenRenewal renewal, GroupsSource groups, Clock clock,
			ApplicationEventPublisher events) {
		this.kept = kept;
		this.renewal = new SessionRenewal(kept, renewal, clock, events);
		this.others = new OtherTokens(kept, this.renewal, this.renewing, clock);
		this.clock = clock;
		this.groups = record().groupsElsewhere() ? new GroupsLookUp(this, groups, clock) : null;
	}

	/** Begins to look up what the first decision will need. */
	void begin() {
		if (this.groups != null) {
			var _ = this.groups.start();
		}
	}

	String name() {
		return this.kept.name();
	}

	/** What it is told apart by; reveals nothing of the cookie. */
	String id() {
		return KeptSession.id(name());
	}

	Held<SessionRecord> held() {
		return this.kept.held();
	}

	SessionRecord record() {
		return this.kept.record();
	}

	/** Takes note of what another replica may have changed. */
	void found(Held<SessionRecord> found) {
		this.kept.found(found);
	}

	/** The caller; groups that are being looked up for the first time are waited for. */
	Caller.Delegated caller() {
		if (this.groups != null) {
			this.groups.await();
		}
		return record().caller(this);
	}

	/**
	 * Whether the session may still be used; past its absolute timeout, or the end of its
	 * refresh token, it may not.
	 */
	boolean usable(Duration absoluteTimeout) {
		return !this.kept.isOver() && this.clock.instant().isBefore(endsAt(absoluteTimeout));
	}

	/** When the session ends, however much it is used. */
	Instant endsAt(Duration absoluteTimeout) {
		return record().endsAt(absoluteTimeout);
	}

	/**
	 * Destroys the tokens; later calls are told that the session has ended. A renewal
	 * under way finds out when it is done.
	 */
	void end(SessionEnd why) {
		this.renewal.end(why);
	}

	@Override
	public void end() {
		end(SessionEnd.REJECTED);
	}

	@Override
	public AccessToken accessToken() {
		var current = record();
		var now = this.clock.instant();
		if (this.kept.isOver() || current.stepUp().blocks() || current.tokens().needsRenewal(now)) {
			return this.renewing.take(this::currentOrRenewed);
		}
		if (current.tokens().mayBeRenewed(now, this.kept.share()) && !now.isBefore(this.notAheadBefore)) {
			renewAhead();
		}
		return current.tokens().accessToken();
	}

	/** Nobody waits for it; where it fails, the token is still good for a while. */
	private void renewAhead() {
		if (this.renewingAhead.compareAndSet(false, true)) {
			Thread.ofVirtual().name("renewal").start(() -> {
				try {
					this.renewing.take((_) -> this.renewal.renewed(false));
				}
				catch (Failure | InteractionRequired _) {
					this.notAheadBefore = this.clock.instant().plus(PAUSE);
				}
				finally {
					this.renewingAhead.set(false);
				}
			});
		}
	}

	@Override
	public void requireNoStepUp() {
		record().requireNoStepUp();
	}

	@Override
	public AccessToken insteadOf(AccessToken rejected) {
		return this.renewing.take((turn) -> {
			this.kept
				.change((current) -> current.tokens().accessToken().equals(rejected) ? current.expired() : current);
			return currentOrRenewed(turn);
		});
	}

	/**
	 * Others who were challenged at the same time find the token that the first of them
	 * got. One that was asked for with these claims already will not get better.
	 */
	@Override
	public AccessToken insteadOf(AccessToken challenged, Claims claims) {
		this.renewal.forgetWhatIsKnown();
		return this.renewing.take((turn) -> {
			this.kept.seen();
			this.kept.change((current) -> {
				var isCurrent = current.tokens().accessToken().equals(challenged);
				var wasAsked = claims.equals(current.stepUp().claims());
				if (isCurrent && wasAsked) {
					return current.blocked(current.stepUp().challengedFor(claims));
				}
				return (!current.stepUp().blocks() && (isCurrent || !wasAsked)) ? current.asking(claims) : current;
			});
			if (record().stepUp().blocks()) {
				throw this.renewal.blocked();
			}
			return currentOrRenewed(turn);
		});
	}

	@Override
	public Failure challenged(AccessToken token, Claims claims) {
		return this.renewing.take((_) -> {
			this.kept.change((current) -> current.tokens().accessToken().equals(token)
					? current.blocked(current.stepUp().challengedFor(claims)) : current);
			return this.renewal.blocked();
		});
	}

	@Override
	public AccessToken accessToken(Resource resource) {
		var current = record();
		var known = current.tokens().other(resource);
		return (this.kept.isOver() || current.stepUp().blocks() || known == null
				|| known.needsRenewal(this.clock.instant())) ? this.others.get(resource) : known.accessToken();
	}

	@Override
	public AccessToken insteadOf(Resource resource, AccessToken rejected) {
		return this.others.insteadOf(resource, rejected);
	}

	/** Takes note of groups that the ID token did not list. */
	void learn(Groups found) {
		this.renewing.take((_) -> this.kept.change((current) -> current.with(found)));
	}

	/** A token near its end is good enough while no other can be had. */
	private void renew(Turns.Turn turn) {
		try {
			turn.attempt(() -> this.renewal.renewed(true));
		}
		catch (IdentityProviderUnreachable | ClientCredentialRejected failure) {
			if (record().tokens().hasExpired(this.clock.instant())) {
				throw failure;
			}
		}
	}

	private AccessToken currentOrRenewed(Turns.Turn turn) {
		this.kept.requireLiving();
		record().requireNoStepUp();
		if (record().tokens().needsRenewal(this.clock.instant())) {
			renew(turn);
		}
		this.kept.requireLiving();
		return record().tokens().accessToken();
	}

}
