package io.github.sandbox.entra;

import java.security.interfaces.RSAPublicKey;

/**
 * A workload of another issuer, such as a Kubernetes cluster, that may act as the app.
 *
 * @param issuer the exact {@code iss} of its tokens
 * @param subject the exact {@code sub} of its tokens
 * @param key what they are verified with; a real issuer publishes it
 */
public record FederatedCredential(String issuer, String subject, RSAPublicKey key) {

	/** The only {@code aud} that such tokens may have. */
	static final String AUDIENCE = "api://AzureADTokenExchange";

}
