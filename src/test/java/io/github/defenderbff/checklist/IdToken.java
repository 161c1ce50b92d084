package io.github.defenderbff.checklist;

import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import io.github.sandbox.entra.EntraLookAlike;

/** Makes ID tokens that are not what a good one is. */
final class IdToken {

	private IdToken() {
	}

	/** The same, signed by the provider, with another claim. */
	static String with(EntraLookAlike entra, String token, String name, @Nullable Object value) {
		try {
			var claims = new HashMap<String, @Nullable Object>(SignedJWT.parse(token).getJWTClaimsSet().getClaims());
			claims.put("iat", Instant.now().minusSeconds(3600));
			claims.put("nbf", Instant.now().minusSeconds(3600));
			claims.put("exp", Instant.now().plusSeconds(3600));
			claims.put("roles", null);
			claims.put("azp", null);
			claims.put(name, value);
			return entra.daemonToken(claims);
		}
		catch (ParseException ex) {
			throw new AssertionError(ex);
		}
	}

	/** The same with one flaw. */
	static String flawed(EntraLookAlike entra, String token, String flaw) {
		return switch (flaw) {
			case "alg=none" -> unsigned(token);
			case "alg=HS256" -> signedWithTheSecret(token);
			case "signature" -> entraMixedUp(entra, token);
			case "aud" -> with(entra, token, "aud", "another-client");
			case "exp" -> with(entra, token, "exp", Instant.now().minusSeconds(120));
			case "nbf" -> with(entra, token, "nbf", Instant.now().plusSeconds(120));
			case "tid" -> with(entra, token, "tid", "00000000-0000-4000-8000-000000000000");
			case "no tid" -> with(entra, token, "tid", null);
			default -> throw new AssertionError(flaw);
		};
	}

	private static String unsigned(String token) {
		try {
			return new PlainJWT(SignedJWT.parse(token).getJWTClaimsSet()).serialize();
		}
		catch (ParseException ex) {
			throw new AssertionError(ex);
		}
	}

	/** Good for a verifier that lets the token choose the algorithm. */
	private static String signedWithTheSecret(String token) {
		try {
			var claims = SignedJWT.parse(token).getJWTClaimsSet();
			var signed = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), claims);
			signed.sign(new MACSigner("sandbox-secret-sandbox-secret-32".getBytes(StandardCharsets.UTF_8)));
			return signed.serialize();
		}
		catch (ParseException | JOSEException ex) {
			throw new AssertionError(ex);
		}
	}

	/** A good signature, of other claims. */
	private static String entraMixedUp(EntraLookAlike entra, String token) {
		var parts = token.split("\\.", -1);
		var other = entra.daemonToken(Map.of()).split("\\.", -1);
		return parts[0] + "." + parts[1] + "." + other[2];
	}

}
