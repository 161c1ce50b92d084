package io.github.sandbox.entra;

import java.nio.charset.StandardCharsets;
import java.security.Principal;
import java.time.Instant;
import java.util.Base64;

import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;

/**
 * A person's single sign-on session.
 *
 * @param person who signed in
 * @param sid the session's id, as the {@code sid} claim
 * @param since when the person signed in, as the {@code auth_time} claim
 */
record SignedIn(Person person, String sid, Instant since) implements Principal {

	@Override
	public String getName() {
		return this.person.objectId();
	}

	boolean isAdministrator() {
		return this.person.directoryRoles().contains(Organisation.SECURITY_ADMINISTRATOR);
	}

	SignedIn since(Instant since) {
		return new SignedIn(this.person, this.sid, since);
	}

	/** The opaque {@code login_hint} claim of a person. */
	static String loginHint(Person person) {
		return "O." + Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString(person.objectId().getBytes(StandardCharsets.UTF_8));
	}

	/** Whether a {@code login_hint} or {@code logout_hint} means this person. */
	static boolean isMeantBy(String hint, Person person) {
		return hint.equalsIgnoreCase(person.userPrincipalName()) || hint.equals(loginHint(person));
	}

}
