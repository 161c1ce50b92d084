package io.github.defenderbff.relay;

import io.github.defenderbff.signin.AccessToken;
import io.github.defenderbff.signin.SessionEnded;

/**
 * Gives the call the caller's own access token, and never another one. A token that
 * Defender does not accept is renewed once, and one that lacks claims is asked for with
 * them once; Defender did nothing with that call, so even a change may be sent again.
 */
final class WithToken implements Stage {

	private final Stage next;

	WithToken(Stage next) {
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		var token = call.caller().tokens().accessToken();
		try {
			return this.next.answer(call.with(token));
		}
		catch (ClaimsDemanded demanded) {
			return withClaims(call, token, demanded);
		}
		catch (TokenRejected _) {
			return renewed(call, token);
		}
	}

	private Payload<?> renewed(Call call, AccessToken rejected) {
		var token = call.caller().tokens().insteadOf(rejected);
		try {
			return this.next.answer(call.with(token));
		}
		catch (ClaimsDemanded demanded) {
			return withClaims(call, token, demanded);
		}
		catch (TokenRejected _) {
			throw ended(call);
		}
	}

	private Payload<?> withClaims(Call call, AccessToken challenged, ClaimsDemanded demanded) {
		var tokens = call.caller().tokens();
		var token = tokens.insteadOf(challenged, demanded.claims());
		try {
			return this.next.answer(call.with(token));
		}
		catch (ClaimsDemanded again) {
			throw tokens.challenged(token, again.claims());
		}
		catch (TokenRejected _) {
			throw ended(call);
		}
	}

	private static SessionEnded ended(Call call) {
		call.caller().tokens().end();
		return new SessionEnded("Defender does not accept your sign-in. Sign in again; nothing was changed.");
	}

}
