package io.github.sandbox.entra;

import java.net.URI;
import java.util.Set;

/**
 * The app registration the look-alike knows; the sets of scopes hold Defender short names
 * such as {@code Machine.Read}.
 *
 * @param clientId the application (client) id
 * @param clientSecret a credential of the app; certificates may be registered later
 * @param redirectUris where codes may be sent, compared exactly; may be set again after
 * the start
 * @param postLogoutRedirectUri where a browser may be sent after signing out
 * @param adminConsentedScopes scopes an administrator has consented to for everybody
 * @param adminOnlyScopes scopes that only an administrator may consent to
 */
public record EntraApp(String clientId, String clientSecret, Set<URI> redirectUris, URI postLogoutRedirectUri,
		Set<String> adminConsentedScopes, Set<String> adminOnlyScopes) {

	public EntraApp {
		redirectUris = Set.copyOf(redirectUris);
		adminConsentedScopes = Set.copyOf(adminConsentedScopes);
		adminOnlyScopes = Set.copyOf(adminOnlyScopes);
	}

	@Override
	public String toString() {
		return "EntraApp[" + this.clientId + "]";
	}

}
