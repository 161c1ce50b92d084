package io.github.sandbox.entra;

import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.SignedJWT;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.DelegatingOAuth2TokenValidator;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.jwt.BadJwtException;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtClaimNames;
import org.springframework.security.oauth2.jwt.JwtClaimValidator;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtDecoderFactory;
import org.springframework.security.oauth2.jwt.JwtTimestampValidator;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;

/**
 * Checks the assertions with which the app proves who it is: its own ones against the
 * registered certificates, and those of another issuer against the federated credential.
 * It holds them to more than Entra does: an assertion of the app's own is good once.
 */
final class AppAssertions implements JwtDecoderFactory<RegisteredClient> {

	private static final Duration LONGEST = Duration.ofMinutes(10);

	private final Tenant tenant;

	private final Set<String> used = ConcurrentHashMap.newKeySet();

	private volatile Set<X509Certificate> certificates = Set.of();

	private volatile @Nullable FederatedCredential federated;

	AppAssertions(Tenant tenant) {
		this.tenant = tenant;
	}

	void register(Set<X509Certificate> registered) {
		this.certificates = Set.copyOf(registered);
	}

	void trust(@Nullable FederatedCredential credential) {
		this.federated = credential;
	}

	void reset() {
		this.used.clear();
		register(Set.of());
		trust(null);
	}

	@Override
	public JwtDecoder createDecoder(RegisteredClient client) {
		return (assertion) -> isOfApp(assertion, client.getClientId()) ? ofApp(assertion, client.getClientId())
				: federated(assertion);
	}

	private static boolean isOfApp(String assertion, String clientId) {
		try {
			return clientId.equals(SignedJWT.parse(assertion).getJWTClaimsSet().getIssuer());
		}
		catch (ParseException ex) {
			throw new BadJwtException("not a signed token", ex);
		}
	}

	private Jwt ofApp(String assertion, String clientId) {
		X509Certificate certificate = certificateOf(assertion);
		return decoder(certificate.getPublicKey(), SignatureAlgorithm.PS256,
				List.of(claim(JwtClaimNames.SUB, clientId), audience(this.tenant.uri(Tenant.TOKEN).toString()),
						new JwtClaimValidator<Instant>(JwtClaimNames.EXP,
								(end) -> end != null && end.isBefore(Instant.now().plus(LONGEST))),
						new JwtClaimValidator<>(JwtClaimNames.NBF, Objects::nonNull),
						new JwtClaimValidator<String>(JwtClaimNames.JTI, (id) -> id != null && this.used.add(id))))
			.decode(assertion);
	}

	/** The one that the header names by its thumbprint. */
	private X509Certificate certificateOf(String assertion) {
		try {
			Object thumbprint = SignedJWT.parse(assertion).getHeader().getX509CertSHA256Thumbprint();
			X509Certificate certificate = this.certificates.stream()
				.filter((each) -> X509CertUtils.computeSHA256Thumbprint(each).equals(thumbprint))
				.findFirst()
				.orElseThrow(() -> EntraError.exception(Aadsts.UNKNOWN_CERTIFICATE));
			certificate.checkValidity();
			return certificate;
		}
		catch (ParseException | CertificateException ex) {
			throw new BadJwtException("no valid certificate", ex);
		}
	}

	private Jwt federated(String assertion) {
		FederatedCredential credential = this.federated;
		if (credential == null) {
			throw EntraError.exception(Aadsts.UNKNOWN_WORKLOAD);
		}
		return decoder(credential.key(), SignatureAlgorithm.RS256,
				List.of(claim(JwtClaimNames.ISS, credential.issuer()), claim(JwtClaimNames.SUB, credential.subject()),
						audience(FederatedCredential.AUDIENCE),
						new JwtClaimValidator<>(JwtClaimNames.EXP, Objects::nonNull)))
			.decode(assertion);
	}

	private static JwtDecoder decoder(PublicKey key, SignatureAlgorithm algorithm,
			List<OAuth2TokenValidator<Jwt>> rules) {
		NimbusJwtDecoder decoder = NimbusJwtDecoder.withPublicKey((RSAPublicKey) key)
			.signatureAlgorithm(algorithm)
			.build();
		decoder.setJwtValidator(new DelegatingOAuth2TokenValidator<>(new JwtTimestampValidator(Duration.ZERO),
				new DelegatingOAuth2TokenValidator<>(rules)));
		return decoder;
	}

	private static OAuth2TokenValidator<Jwt> claim(String name, String value) {
		return new JwtClaimValidator<>(name, value::equals);
	}

	private static OAuth2TokenValidator<Jwt> audience(String value) {
		return new JwtClaimValidator<>(JwtClaimNames.AUD, List.of(value)::equals);
	}

}
