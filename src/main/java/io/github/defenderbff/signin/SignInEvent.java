package io.github.defenderbff.signin;

import java.util.Locale;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * What became of a sign-in or a session. It is published where it happens, once, on the
 * thread of the request if there is one.
 */
public sealed interface SignInEvent {

	/**
	 * Somebody signed in, and has a new session.
	 *
	 * @param subject who
	 * @param purpose what for
	 * @param scopes the scopes in force; null where the provider did not state them
	 */
	record SignedIn(Subject subject, Purpose purpose, @Nullable Set<Scope> scopes) implements SignInEvent {

		static SignedIn of(SessionRecord session, SignInPurpose purpose) {
			return new SignedIn(session.person().subject(), purpose.word(),
					(session.evidence().grant() instanceof Grant.Known(var scopes, var _)) ? scopes : null);
		}

	}

	/**
	 * A sign-in was not completed.
	 *
	 * @param subject whose session it was to go on with; null where that is not known
	 * @param reason why, as a word of the protocol or of problems
	 */
	record Failed(@Nullable Subject subject, String reason) implements SignInEvent {

	}

	/**
	 * An application's token was not accepted; it is not known whose it is.
	 *
	 * @param reason why, as a word of problems
	 */
	record TokenRefused(String reason) implements SignInEvent {

	}

	/**
	 * What was asked for is in force.
	 *
	 * @param subject for whom
	 * @param scopes what was asked for
	 */
	record Consented(Subject subject, Set<Scope> scopes) implements SignInEvent {

	}

	/**
	 * What was asked for is not in force.
	 *
	 * @param subject for whom; null where that is not known
	 * @param scopes what was asked for and is not granted
	 * @param reason why, as a word of problems
	 */
	record ConsentRefused(@Nullable Subject subject, Set<Scope> scopes, String reason) implements SignInEvent {

	}

	/**
	 * A session ended.
	 *
	 * @param subject whose
	 * @param why why
	 * @param session what tells it apart from others
	 */
	record Ended(Subject subject, SessionEnd why, String session) implements SignInEvent {

	}

	/** What a sign-in is for. */
	enum Purpose {

		/** To have a session. */
		SIGN_IN,

		/** To have more scopes in it. */
		CONSENT,

		/** To prove again who one is. */
		STEP_UP;

		/** The purpose as the audit spells it. */
		public String word() {
			return name().toLowerCase(Locale.ROOT).replace('_', '-');
		}

	}

}
