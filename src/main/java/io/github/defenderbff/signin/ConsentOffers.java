package io.github.defenderbff.signin;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** Knows where consent to a scope can be given, and by whom. */
@Component
public final class ConsentOffers {

	private final Set<Scope> byAdministratorsOnly;

	@Autowired
	ConsentOffers(SignInProperties properties) {
		this(properties.scopesForAdministrators());
	}

	/** Offers consent to people, except to these scopes. */
	public ConsentOffers(Set<Scope> byAdministratorsOnly) {
		this.byAdministratorsOnly = Set.copyOf(byAdministratorsOnly);
	}

	/** Where consent to the scope can be given. */
	public Offer to(Scope scope) {
		return new Offer(this.byAdministratorsOnly.contains(scope) ? null : SignInPaths.consentTo(scope),
				SignInPaths.adminConsentTo(scope));
	}

	/**
	 * Where consent can be given.
	 *
	 * @param consentUrl where people consent for themselves; null where they cannot
	 * @param adminConsentUrl where an administrator consents for everybody
	 */
	public record Offer(@Nullable String consentUrl, String adminConsentUrl) {

	}

}
