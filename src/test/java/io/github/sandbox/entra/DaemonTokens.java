package io.github.sandbox.entra;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKMatcher;
import com.nimbusds.jose.jwk.JWKSelector;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

/** Mints tokens of the daemon without the token endpoint, good ones and bad ones. */
final class DaemonTokens {

	private static final long LIFETIME = 3600;

	private final JWKSource<SecurityContext> keys;

	private final Tenant tenant;

	private final AppRegistration app;

	private final EntraDaemon daemon;

	DaemonTokens(JWKSource<SecurityContext> keys, Tenant tenant, AppRegistration app, EntraDaemon daemon) {
		this.keys = keys;
		this.tenant = tenant;
		this.app = app;
		this.daemon = daemon;
	}

	String withRoles(Set<String> roles) {
		return signed(key(), claims(roles, end(null)));
	}

	/** With other claims; null removes one. */
	String with(Map<String, ? extends @Nullable Object> overrides) {
		Map<String, Object> claims = claims(this.daemon.roles(), end(overrides.get("exp")));
		overrides.forEach((name, value) -> {
			if (value != null) {
				claims.put(name, value);
			}
			else {
				claims.remove(name);
			}
		});
		return signed(key(), claims);
	}

	/** Signed with a key of somebody else, which bears the name of ours. */
	String forged() {
		try {
			RSAKey other = new RSAKeyGenerator(2048).keyID(key().getKeyID()).generate();
			return signed(other, claims(this.daemon.roles(), end(null)));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A token that has expired was issued before it did. */
	private Map<String, Object> claims(Set<String> roles, Instant end) {
		Instant now = Instant.now();
		Instant start = end.isBefore(now) ? end.minusSeconds(LIFETIME) : now;
		Map<String, Object> claims = Claims.ofApplicationAccess(this.daemon.clientId(), roles);
		claims.put("iss", this.tenant.issuer().toString());
		claims.put("aud", List.of(this.app.clientId()));
		claims.put("iat", start);
		claims.put("nbf", start);
		claims.put("exp", end);
		claims.put("jti", UUID.randomUUID().toString());
		return claims;
	}

	private static Instant end(@Nullable Object exp) {
		return switch (exp) {
			case Instant instant -> instant;
			case Number seconds -> Instant.ofEpochSecond(seconds.longValue());
			case null, default -> Instant.now().plusSeconds(LIFETIME);
		};
	}

	private RSAKey key() {
		try {
			return this.keys.get(new JWKSelector(new JWKMatcher.Builder().build()), null).getFirst().toRSAKey();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private static String signed(RSAKey key, Map<String, Object> claims) {
		JWTClaimsSet.Builder builder = new JWTClaimsSet.Builder();
		claims.forEach(
				(name, value) -> builder.claim(name, (value instanceof Instant instant) ? Date.from(instant) : value));
		JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256).type(JOSEObjectType.JWT)
			.keyID(key.getKeyID())
			.build();
		SignedJWT token = new SignedJWT(header, builder.build());
		try {
			token.sign(new RSASSASigner(key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

}
