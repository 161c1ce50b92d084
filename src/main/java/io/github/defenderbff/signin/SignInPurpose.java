package io.github.defenderbff.signin;

import java.util.Optional;
import java.util.Set;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * What a sign-in is for, and what the browser came with.
 *
 * @param returnTo where the browser goes afterwards
 * @param wanted the scopes it shall bring besides those of every sign-in
 * @param elsewhere the scopes of other resources it asks consent to, qualified
 * @param before the session the browser had; null for none. The way back starts at
 * another site, so the session cookie, being SameSite=Strict, does not come with it
 * @param claims what its tokens must bring; null for nothing
 * @param samePerson who alone may complete it, because it goes on with their session,
 * even if that ends meanwhile; null for anybody
 */
record SignInPurpose(ReturnPath returnTo, Set<Scope> wanted, Set<String> elsewhere, @Nullable LiveSession before,
		@Nullable Claims claims, @Nullable Subject samePerson) {

	private static final String ATTRIBUTE = SignInPurpose.class.getName();

	private static final SignInPurpose NONE = new SignInPurpose(ReturnPath.HOME, Set.of(), Set.of(), null, null, null);

	SignInPurpose {
		wanted = Set.copyOf(wanted);
		elsewhere = Set.copyOf(elsewhere);
	}

	/** A sign-in of whoever it may be. */
	static SignInPurpose ofAnybody(ReturnPath returnTo, @Nullable LiveSession before) {
		return new SignInPurpose(returnTo, Set.of(), Set.of(), before, null, null);
	}

	/** More for the person of the session, if the browser has one. */
	static SignInPurpose ofSamePerson(ReturnPath returnTo, Set<Scope> wanted, @Nullable LiveSession before) {
		return new SignInPurpose(returnTo, wanted, Set.of(), before, null,
				(before != null) ? before.record().person().subject() : null);
	}

	/** With consent to these scopes of other resources. */
	SignInPurpose and(Set<String> scopesElsewhere) {
		return new SignInPurpose(this.returnTo, this.wanted, scopesElsewhere, this.before, this.claims,
				this.samePerson);
	}

	/** With the claims that the tokens of the session before must bring, if any. */
	SignInPurpose withClaims() {
		return (this.before == null) ? this : with(this.before.record().stepUp().claims());
	}

	/** With these claims instead. */
	SignInPurpose with(@Nullable Claims newClaims) {
		return new SignInPurpose(this.returnTo, this.wanted, this.elsewhere, this.before, newClaims, this.samePerson);
	}

	/** Whether this person may complete it. */
	boolean isFor(Person person) {
		return this.samePerson == null || this.samePerson.equals(person.subject());
	}

	/** What it is for, for those who are told of it. */
	SignInEvent.Purpose word() {
		if (!this.wanted.isEmpty() || !this.elsewhere.isEmpty()) {
			return SignInEvent.Purpose.CONSENT;
		}
		return (this.samePerson != null) ? SignInEvent.Purpose.STEP_UP : SignInEvent.Purpose.SIGN_IN;
	}

	/**
	 * Whose session it is to go on with; null where it is nobody's, or anybody may come.
	 */
	@Nullable Subject subject() {
		return this.samePerson;
	}

	/** Whether claims are all that keeps the session before from its tokens. */
	boolean lacksClaims() {
		return this.claims != null && this.before != null && this.before.record().stepUp().blocks();
	}

	/** The purpose of the transaction that a request has completed; none without one. */
	static SignInPurpose completedBy(HttpServletRequest request) {
		return (request.getAttribute(ATTRIBUTE) instanceof SignInPurpose purpose) ? purpose : NONE;
	}

	static SignInPurpose of(OAuth2AuthorizationRequest transaction) {
		return (transaction.getAttribute(ATTRIBUTE) instanceof SignInPurpose purpose) ? purpose : NONE;
	}

	OAuth2AuthorizationRequest keptIn(OAuth2AuthorizationRequest transaction) {
		return OAuth2AuthorizationRequest.from(transaction)
			.attributes((attributes) -> attributes.put(ATTRIBUTE, this))
			.build();
	}

	void completeIn(HttpServletRequest request) {
		request.setAttribute(ATTRIBUTE, this);
	}

	/** The scopes that are known to be in force in the session before. */
	Set<Scope> granted() {
		return (this.before != null
				&& this.before.record().evidence().grant() instanceof Grant.Known(var scopes, var _)) ? scopes
						: Set.of();
	}

	/**
	 * Names the person of the session before to the identity provider: somebody else may
	 * have consented as an administrator in between.
	 */
	Optional<String> loginHint() {
		return Optional.ofNullable(this.before).map((session) -> session.record().loginHint());
	}

}
