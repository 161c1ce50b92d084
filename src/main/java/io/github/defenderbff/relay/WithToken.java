package io.github.defenderbff.relay;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.AccessToken;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.Claims;
import io.github.defenderbff.signin.Resource;
import io.github.defenderbff.signin.SessionEnded;

/**
 * Gives the call the caller's own access token, and never another one: a person's, or for
 * an application this service's. A token that Defender does not accept is renewed once,
 * and one that lacks claims is asked for with them once; Defender did nothing with that
 * call, so even a change may be sent again. A detour has a token of its own.
 */
final class WithToken implements Stage {

	private final Stage next;

	WithToken(Stage next) {
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		var detour = call.operation().detour();
		return (detour != null) ? answer(call, detour.resource()) : answerByDefender(call);
	}

	/**
	 * A token that is not accepted elsewhere is replaced once. The session goes on: it is
	 * not Defender who says so.
	 */
	private Payload<?> answer(Call call, Resource resource) {
		var token = call.caller().tokens().accessToken(resource);
		try {
			return this.next.answer(call.with(token));
		}
		catch (TokenRejected | ClaimsDemanded _) {
			return answerInstead(call, resource, token);
		}
	}

	private Payload<?> answerInstead(Call call, Resource resource, AccessToken rejected) {
		var token = call.caller().tokens().insteadOf(resource, rejected);
		try {
			return this.next.answer(call.with(token));
		}
		catch (TokenRejected | ClaimsDemanded _) {
			throw UpstreamFailure.status(ProblemType.UPSTREAM_FAILED,
					"The token for " + resource.name()
							+ " is not accepted there. Sign in again; if that does not help, tell the operator.",
					401, UpstreamError.NONE);
		}
	}

	private Payload<?> answerByDefender(Call call) {
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
			throw ended(call.caller());
		}
	}

	private Payload<?> withClaims(Call call, AccessToken challenged, ClaimsDemanded demanded) {
		var token = call.caller().tokens().insteadOf(challenged, demanded.claims());
		try {
			return this.next.answer(call.with(token));
		}
		catch (ClaimsDemanded again) {
			throw challenged(call.caller(), token, again.claims());
		}
		catch (TokenRejected _) {
			throw ended(call.caller());
		}
	}

	/** A person signs in again; an application cannot help it. */
	private static Failure ended(Caller caller) {
		caller.tokens().end();
		return switch (caller) {
			case Caller.Delegated _ ->
				new SessionEnded("Defender does not accept your sign-in. Sign in again; nothing was changed.");
			case Caller.Application _ -> notAccepted();
		};
	}

	private static Failure challenged(Caller caller, AccessToken token, Claims claims) {
		return switch (caller) {
			case Caller.Delegated person -> person.tokens().challenged(token, claims);
			case Caller.Application _ -> notAccepted();
		};
	}

	private static Failure notAccepted() {
		return UpstreamFailure.status(ProblemType.UPSTREAM_FAILED,
				"Defender does not accept this service's own token. Tell its operator; nothing was changed.", 401,
				UpstreamError.NONE);
	}

}
