package io.github.defenderbff.signin;

import java.util.Locale;

/** Why a session ended. */
public enum SessionEnd {

	/** Its person signed out. */
	SIGNED_OUT,

	/** Another sign-in of the same browser took its place. */
	REPLACED,

	/** It was older than any session may be. */
	TOO_OLD,

	/**
	 * Its time in the store ran out, since nobody used it. Nobody is there to say so; it
	 * is told when it is noticed.
	 */
	IDLE,

	/** The identity provider does not renew its tokens any more. */
	NOT_RENEWED,

	/** Defender does not accept its tokens. */
	REJECTED,

	/** Its person signed out at the identity provider. */
	SIGNED_OUT_AT_PROVIDER,

	/** Its person ended it in another session. */
	ENDED_BY_PERSON,

	/** An administrator ended it. */
	ENDED_BY_ADMINISTRATOR;

	/** The reason as the audit spells it. */
	public String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
