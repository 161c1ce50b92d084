package io.github.sandbox.defender;

import java.net.MalformedURLException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.KeySourceException;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import org.jspecify.annotations.Nullable;

/**
 * Checks RS256 signatures with the issuer's published keys; a good one is remembered for
 * a minute.
 */
final class Signatures {

	private final Supplier<URI> jwksUri;

	private final ConcurrentMap<URI, DefaultJWTProcessor<SecurityContext>> processors = new ConcurrentHashMap<>();

	private final Cache<String, JWTClaimsSet> good = Caffeine.newBuilder()
		.maximumSize(1_000)
		.expireAfterWrite(Duration.ofMinutes(1))
		.build();

	Signatures(Supplier<URI> jwksUri) {
		this.jwksUri = jwksUri;
	}

	JWTClaimsSet verified(String token) {
		@Nullable JWTClaimsSet known = this.good.getIfPresent(token);
		if (known != null) {
			return known;
		}
		try {
			JWTClaimsSet claims = this.processors.computeIfAbsent(this.jwksUri.get(), Signatures::processor)
				.process(token, null);
			this.good.put(token, claims);
			return claims;
		}
		catch (KeySourceException ex) {
			throw Refusal.of(503, "ServiceUnavailable", "The signing keys cannot be read: " + ex.getMessage());
		}
		catch (ParseException | BadJOSEException | JOSEException ex) {
			throw Refusal.unauthorized("The token is not valid: " + ex.getMessage());
		}
	}

	private static DefaultJWTProcessor<SecurityContext> processor(URI jwksUri) {
		try {
			DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
			processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256,
					JWKSourceBuilder.create(jwksUri.toURL()).rateLimited(false).build()));
			processor.setJWSTypeVerifier((_, _) -> {
			});
			processor.setJWTClaimsSetVerifier((_, _) -> {
			});
			return processor;
		}
		catch (MalformedURLException ex) {
			throw new IllegalArgumentException(ex);
		}
	}

}
