package io.github.sandbox.entra;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;

/**
 * A Kubernetes cluster, as far as it gives the pods of one service account their
 * projected tokens.
 */
public final class Cluster {

	private static final String ISSUER = "https://cluster.nordhavn.example";

	private static final String SUBJECT = "system:serviceaccount:bff:defender-bff";

	private final RSAKey key;

	public Cluster() {
		try {
			this.key = new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** What an administrator registers for the service account. */
	public FederatedCredential credential() {
		try {
			return new FederatedCredential(ISSUER, SUBJECT, this.key.toRSAPublicKey());
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A token of the service account for the exchange. */
	public String token(Instant expiresAt) {
		return token(expiresAt, Map.of());
	}

	/** The same with other claims. */
	String token(Instant expiresAt, Map<String, Object> overrides) {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(ISSUER)
			.subject(SUBJECT)
			.audience(List.of(FederatedCredential.AUDIENCE))
			.issueTime(Date.from(expiresAt.minusSeconds(3600)))
			.notBeforeTime(Date.from(expiresAt.minusSeconds(3600)))
			.expirationTime(Date.from(expiresAt))
			.jwtID(UUID.randomUUID().toString());
		overrides.forEach(claims::claim);
		SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(this.key.getKeyID()).build(),
				claims.build());
		try {
			token.sign(new RSASSASigner(this.key));
		}
		catch (JOSEException ex) {
			throw new IllegalStateException(ex);
		}
		return token.serialize();
	}

}
