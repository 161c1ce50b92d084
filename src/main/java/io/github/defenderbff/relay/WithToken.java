package io.github.defenderbff.relay;

import io.github.defenderbff.signin.SessionEnded;

/**
 * Gives the call the caller's own access token, and never another one. A token that
 * Defender does not accept is renewed once; Defender did nothing with that call, so even
 * a change may be sent again.
 */
final class WithToken implements Stage {

	private final Stage next;

	WithToken(Stage next) {
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		var tokens = call.caller().tokens();
		var token = tokens.accessToken();
		try {
			return this.next.answer(call.with(token));
		}
		catch (TokenRejected _) {
			return again(call.with(tokens.insteadOf(token)));
		}
	}

	private Payload<?> again(Call call) {
		try {
			return this.next.answer(call);
		}
		catch (TokenRejected _) {
			call.caller().tokens().end();
			throw new SessionEnded("Defender does not accept your sign-in. Sign in again; nothing was changed.");
		}
	}

}
