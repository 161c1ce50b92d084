package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.locks.ReentrantLock;

/**
 * A session in this process: its record, and the renewal of its tokens. However many
 * calls meet an expired token, one of them renews it and the others use the result.
 */
final class LiveSession implements Tokens {

	private final TokenRenewal renewal;

	private final Clock clock;

	private final ReentrantLock renewing = new ReentrantLock();

	private volatile SessionRecord record;

	private volatile boolean ended;

	LiveSession(SessionRecord record, TokenRenewal renewal, Clock clock) {
		this.record = record;
		this.renewal = renewal;
		this.clock = clock;
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
		var tokens = this.record.tokens();
		if (!this.ended && !tokens.needsRenewal(this.clock.instant())) {
			return tokens.accessToken();
		}
		this.renewing.lock();
		try {
			return currentOrRenewed();
		}
		finally {
			this.renewing.unlock();
		}
	}

	@Override
	public AccessToken insteadOf(AccessToken rejected) {
		this.renewing.lock();
		try {
			if (this.record.tokens().accessToken().equals(rejected)) {
				this.record = this.record.with(this.record.tokens().expiredAt(Instant.EPOCH));
			}
			return currentOrRenewed();
		}
		finally {
			this.renewing.unlock();
		}
	}

	private AccessToken currentOrRenewed() {
		if (this.ended) {
			throw new SessionEnded("The session has ended. Sign in again; nothing was changed.");
		}
		var current = this.record;
		if (current.tokens().needsRenewal(this.clock.instant())) {
			this.record = renew(current);
		}
		if (this.ended) {
			end();
			throw new SessionEnded("The session has ended. Sign in again; nothing was changed.");
		}
		return this.record.tokens().accessToken();
	}

	private SessionRecord renew(SessionRecord current) {
		try {
			return this.renewal.renew(current);
		}
		catch (SessionEnded ended) {
			end();
			throw ended;
		}
		catch (IdentityProviderUnreachable unreachable) {
			if (!current.tokens().expired(this.clock.instant())) {
				return current;
			}
			throw unreachable;
		}
	}

}
