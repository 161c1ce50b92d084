package io.github.defenderbff.live;

import java.util.Locale;

/** Why a stream ends; nobody opens it again for the same. */
enum Ending {

	/** What it was about is over. */
	COMPLETED,

	/** The session is over. */
	SESSION_ENDED,

	/** A problem was told from which it does not recover. */
	PROBLEM;

	/** The reason as frontends spell it. */
	String word() {
		return name().toLowerCase(Locale.ROOT).replace('_', '-');
	}

}
