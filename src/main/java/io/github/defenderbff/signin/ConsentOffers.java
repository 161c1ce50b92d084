package io.github.defenderbff.signin;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.security.oauth2.client.autoconfigure.OAuth2ClientProperties;
import org.springframework.stereotype.Component;

/** Knows where consent to a scope can be given, and by whom. */
@Component
public final class ConsentOffers {

	private final Set<Scope> byAdministratorsOnly;

	private final boolean pageForAdministrators;

	@Autowired
	ConsentOffers(SignInProperties properties, OAuth2ClientProperties clients) {
		this(properties.scopesForAdministrators(), AdminConsent.isConfigured(properties, clients));
	}

	/**
	 * Offers consent to people, except to some scopes.
	 * @param byAdministratorsOnly the scopes that people cannot consent to
	 * @param pageForAdministrators whether the provider has a page for administrators
	 */
	public ConsentOffers(Set<Scope> byAdministratorsOnly, boolean pageForAdministrators) {
		this.byAdministratorsOnly = Set.copyOf(byAdministratorsOnly);
		this.pageForAdministrators = pageForAdministrators;
	}

	/** Where consent to the scope can be given. */
	public Offer to(Scope scope) {
		return new Offer(this.byAdministratorsOnly.contains(scope) ? null : SignInPaths.consentTo(scope),
				this.pageForAdministrators ? SignInPaths.adminConsentTo(scope) : null);
	}

	/** Where consent to the scopes of another resource can be given. */
	Offer to(Resource resource) {
		return new Offer(SignInPaths.consentTo(resource),
				this.pageForAdministrators ? SignInPaths.adminConsentTo(resource) : null);
	}

	/**
	 * Where consent can be given.
	 *
	 * @param consentUrl where people consent for themselves; null where they cannot
	 * @param adminConsentUrl where an administrator consents for everybody; null where
	 * the provider is not known to have a page for that
	 */
	public record Offer(@Nullable String consentUrl, @Nullable String adminConsentUrl) {

	}

}
