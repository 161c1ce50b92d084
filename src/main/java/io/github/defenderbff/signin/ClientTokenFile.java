package io.github.defenderbff.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.text.ParseException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.health.contributor.Health;
import org.springframework.core.convert.converter.Converter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;

/**
 * The file with the token of a Kubernetes service account, which the kubelet replaces
 * from time to time. The identity provider trusts the cluster, so that token is the
 * assertion; it is read anew for each request.
 */
final class ClientTokenFile implements ClientCredential {

	private static final String ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer";

	private final Path path;

	private final Clock clock;

	ClientTokenFile(Path path, Clock clock) {
		this.path = path.toAbsolutePath();
		this.clock = clock;
	}

	@Override
	public <T extends AbstractOAuth2AuthorizationGrantRequest> List<Converter<T, MultiValueMap<String, String>>> proofs() {
		return List.of((_) -> assertion());
	}

	private MultiValueMap<String, String> assertion() {
		return switch (load()) {
			case Content.Token(var value, var _) -> {
				var parameters = new LinkedMultiValueMap<String, String>();
				parameters.add(OAuth2ParameterNames.CLIENT_ASSERTION_TYPE, ASSERTION_TYPE);
				parameters.add(OAuth2ParameterNames.CLIENT_ASSERTION, value);
				yield parameters;
			}
			case Content.Unusable(var why) -> throw new OAuth2AuthorizationException(
					new OAuth2Error(ClientCredentialRejected.UNUSABLE, described(why), null));
		};
	}

	private String described(String why) {
		return "the federated token file " + this.path + " " + why;
	}

	/**
	 * Each replica has its own file, so one without a token is taken out of service.
	 */
	@Override
	public Health health() {
		var health = Health.up().withDetail("kind", "federated token").withDetail("file", this.path.toString());
		switch (load()) {
			case Content.Token(var _, var expiresAt) when expiresAt != null -> health.withDetail("expires", expiresAt);
			case Content.Token _ -> health.withDetail("expires", "never");
			case Content.Unusable(var why) -> health.outOfService().withDetail("reason", described(why));
		}
		return health.build();
	}

	private Content load() {
		try {
			var value = Files.readString(this.path).strip();
			var expiration = SignedJWT.parse(value).getJWTClaimsSet().getExpirationTime();
			var expiresAt = (expiration != null) ? expiration.toInstant() : null;
			if (expiresAt != null && !this.clock.instant().isBefore(expiresAt)) {
				return new Content.Unusable("holds a token that expired at " + expiresAt);
			}
			return new Content.Token(value, expiresAt);
		}
		catch (NoSuchFileException _) {
			return new Content.Unusable("does not exist");
		}
		catch (IOException ex) {
			return new Content.Unusable("cannot be read (" + ex.getClass().getSimpleName() + ")");
		}
		catch (ParseException _) {
			return new Content.Unusable("holds no signed token");
		}
	}

	/** What stands in the file at one moment. */
	private sealed interface Content {

		/**
		 * A token that has not expired; the text form is masked.
		 *
		 * @param value the token
		 * @param expiresAt when it expires; null for never
		 */
		record Token(String value, @Nullable Instant expiresAt) implements Content {

			@Override
			public String toString() {
				return "Token[masked]";
			}

		}

		/**
		 * Nothing that can be sent.
		 *
		 * @param why what is wrong with the file
		 */
		record Unusable(String why) implements Content {

		}

	}

}
