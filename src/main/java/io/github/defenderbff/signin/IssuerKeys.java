package io.github.defenderbff.signin;

import java.text.ParseException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.JWKSetCacheRefreshEvaluator;
import com.nimbusds.jose.jwk.source.JWKSetSource;
import com.nimbusds.jose.jwk.source.JWKSetUnavailableException;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.jwk.source.RateLimitReachedException;
import com.nimbusds.jose.proc.SecurityContext;
import org.jspecify.annotations.Nullable;

import org.springframework.core.ParameterizedTypeReference;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;

/**
 * The keys with which an issuer signs, found through its metadata (OpenID Connect
 * Discovery 1.0) when the first token comes, so that this service starts while the
 * provider is away.
 */
final class IssuerKeys implements JWKSetSource<SecurityContext> {

	/** Keys that nobody knows are looked for no more often than this. */
	private static final Duration COOL_DOWN = Duration.ofSeconds(30);

	private static final ParameterizedTypeReference<Map<String, Object>> METADATA = new ParameterizedTypeReference<>() {
	};

	private final String issuer;

	private final RestClient http;

	private volatile @Nullable String address;

	private volatile boolean found;

	private IssuerKeys(String issuer, RestClient http) {
		this.issuer = issuer;
		this.http = http;
	}

	/**
	 * The keys as Nimbus keeps them: for five minutes, and for an hour while the issuer
	 * does not answer. A key that was not among them a moment ago is unknown, and no
	 * reason to ask again.
	 */
	static JWKSource<SecurityContext> of(String issuer, RestClient http) {
		return kept(new IssuerKeys(issuer, http));
	}

	/** The same, where it is known already under which address the keys are. */
	static JWKSource<SecurityContext> at(String address, RestClient http) {
		var keys = new IssuerKeys("", http);
		keys.address = address;
		return kept(keys);
	}

	private static JWKSource<SecurityContext> kept(IssuerKeys keys) {
		var source = JWKSourceBuilder.create(keys)
			.refreshAheadCache(false)
			.rateLimited(COOL_DOWN.toMillis())
			.outageTolerant(Duration.ofHours(1).toMillis())
			.build();
		return (selector, context) -> {
			try {
				return source.get(selector, context);
			}
			catch (RateLimitReachedException limited) {
				if (keys.found) {
					return List.of();
				}
				throw limited;
			}
		};
	}

	/** Reads what is signed with such a key, and in no other way than with a key pair. */
	static NimbusJwtDecoder decoder(JWKSource<SecurityContext> keys) {
		return NimbusJwtDecoder.withJwkSource(keys)
			.jwsAlgorithm(SignatureAlgorithm.RS256)
			.jwsAlgorithm(SignatureAlgorithm.PS256)
			.jwsAlgorithm(SignatureAlgorithm.ES256)
			.build();
	}

	@Override
	public JWKSet getJWKSet(JWKSetCacheRefreshEvaluator refreshEvaluator, long currentTime,
			@Nullable SecurityContext context) throws JWKSetUnavailableException {
		this.found = false;
		try {
			var keys = JWKSet
				.parse(Objects.requireNonNull(this.http.get().uri(address()).retrieve().body(String.class)));
			this.found = true;
			return keys;
		}
		catch (RestClientException | ParseException | IllegalStateException | NullPointerException ex) {
			throw new JWKSetUnavailableException("The issuer's keys cannot be had", ex);
		}
	}

	private String address() {
		var known = this.address;
		if (known != null) {
			return known;
		}
		var metadata = this.http.get().uri(metadataAddress()).retrieve().body(METADATA);
		if (metadata == null || !this.issuer.equals(metadata.get("issuer"))
				|| !(metadata.get("jwks_uri") instanceof String keys)) {
			throw new IllegalStateException("The metadata is not this issuer's");
		}
		this.address = keys;
		return keys;
	}

	private String metadataAddress() {
		var root = this.issuer.endsWith("/") ? this.issuer.substring(0, this.issuer.length() - 1) : this.issuer;
		return root + "/.well-known/openid-configuration";
	}

	@Override
	public void close() {
	}

}
