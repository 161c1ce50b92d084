package io.github.defenderbff.signin;

import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

/**
 * Asks the token endpoint with each proof in turn until one is accepted, and raises the
 * alarm when none is. A refusal of anything but the proof is not asked about again.
 */
final class ClientAuthentication {

	private static final Logger log = LoggerFactory.getLogger(ClientAuthentication.class);

	private final AtomicBoolean warned = new AtomicBoolean();

	private final AtomicBoolean alarmed = new AtomicBoolean();

	/** A client that asks with each of these in turn, of which each has its proof. */
	<T extends AbstractOAuth2AuthorizationGrantRequest> OAuth2AccessTokenResponseClient<T> inTurn(
			List<? extends OAuth2AccessTokenResponseClient<T>> clients) {
		return (request) -> {
			var response = ask(clients, request);
			this.alarmed.set(false);
			return response;
		};
	}

	private <T extends AbstractOAuth2AuthorizationGrantRequest> OAuth2AccessTokenResponse ask(
			List<? extends OAuth2AccessTokenResponseClient<T>> clients, T request) {
		var others = clients.subList(1, clients.size());
		try {
			var response = clients.getFirst().getTokenResponse(request);
			if (!others.isEmpty()) {
				this.warned.set(false);
			}
			return response;
		}
		catch (OAuth2AuthorizationException ex) {
			if (others.isEmpty() || !ClientCredentialRejected.isOfTheProof(ex.getError().getErrorCode())) {
				alarm(ex.getError());
				throw ex;
			}
		}
		var response = ask(others, request);
		warn();
		return response;
	}

	private void warn() {
		if (this.warned.compareAndSet(false, true)) {
			log.warn("The identity provider does not accept the newer client certificate, but the other one. "
					+ "Register the newer one before the other expires");
		}
	}

	private void alarm(OAuth2Error error) {
		var code = error.getErrorCode();
		if (!ClientCredentialRejected.isMeantBy(code) || !this.alarmed.compareAndSet(false, true)) {
			return;
		}
		log.error("{}. Until that is mended, nobody can sign in, and sessions end with their tokens",
				ClientCredentialRejected.UNUSABLE.equals(code)
						? "This service's own credential cannot be used: " + error.getDescription()
						: "The identity provider does not accept this service's own credential (" + code + ")");
	}

}
