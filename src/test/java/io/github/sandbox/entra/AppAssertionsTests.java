package io.github.sandbox.entra;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Consumer;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.util.X509CertUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.github.defenderbff.TestCertificate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import org.springframework.boot.ssl.pem.PemContent;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Assertions instead of a secret: what the token endpoint accepts, and what it does not.
 */
class AppAssertionsTests extends LookAlikeTest {

	private final Instant now = Instant.now();

	private final TestCertificate certificate = TestCertificate.valid(this.now.minus(Duration.ofDays(1)),
			this.now.plus(Duration.ofDays(1)));

	private final TestCertificate expired = TestCertificate.valid(this.now.minus(Duration.ofDays(2)),
			this.now.minus(Duration.ofDays(1)));

	private final Cluster cluster = new Cluster();

	@BeforeEach
	void register() {
		this.entra.certificates(this.certificate.certificate(), this.expired.certificate());
		this.entra.trust(this.cluster.credential());
	}

	private TestApp.Answer ask(String assertion) {
		return this.app.token(Map.of("grant_type", "client_credentials", "scope", TestApp.defender(".default"),
				"client_id", TestApp.REGISTRATION.clientId(), "client_assertion_type",
				"urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion", assertion));
	}

	private String signed(TestCertificate certificate, JWSAlgorithm algorithm, Consumer<JWTClaimsSet.Builder> changes)
			throws JOSEException {
		return signed(certificate, certificate, algorithm, changes);
	}

	private String signed(TestCertificate named, TestCertificate signing, JWSAlgorithm algorithm,
			Consumer<JWTClaimsSet.Builder> changes) throws JOSEException {
		JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder().issuer(TestApp.REGISTRATION.clientId())
			.subject(TestApp.REGISTRATION.clientId())
			.audience(this.app.endpoint("token_endpoint").toString())
			.jwtID(UUID.randomUUID().toString())
			.notBeforeTime(Date.from(Instant.now()))
			.expirationTime(Date.from(Instant.now().plusSeconds(300)));
		changes.accept(claims);
		SignedJWT assertion = new SignedJWT(new JWSHeader.Builder(algorithm)
			.x509CertSHA256Thumbprint(X509CertUtils.computeSHA256Thumbprint(named.certificate()))
			.build(), claims.build());
		assertion.sign(new RSASSASigner(Objects.requireNonNull(PemContent.of(signing.keyPem()).getPrivateKey())));
		return assertion.serialize();
	}

	private void assertRefused(String assertion, String code) {
		TestApp.Answer refused = ask(assertion);
		assertThat(refused.status()).isEqualTo(401);
		assertThat(refused.text("error")).isEqualTo("invalid_client");
		assertThat(refused.text("error_description")).startsWith("AADSTS" + code + ":");
	}

	@Test
	void aRegisteredCertificateSignsThem() throws JOSEException {
		assertThat(ask(signed(this.certificate, JWSAlgorithm.PS256, (_) -> {
		})).status()).isEqualTo(200);
		assertThat(this.entra.tokenRequests()).extracting(TokenRequest::clientAuthenticationMethod)
			.containsExactly("private_key_jwt");
	}

	@Test
	void theyAreGoodOnce() throws JOSEException {
		String assertion = signed(this.certificate, JWSAlgorithm.PS256, (_) -> {
		});
		assertThat(ask(assertion).status()).isEqualTo(200);
		assertRefused(assertion, "700024");
	}

	@Test
	void theyMustSayWhatTheyAreForAndHowLong() throws JOSEException {
		for (Consumer<JWTClaimsSet.Builder> mistake : List.<Consumer<JWTClaimsSet.Builder>>of(
				(claims) -> claims.audience(this.entra.issuer().toString()), (claims) -> claims.subject("other"),
				(claims) -> claims.expirationTime(Date.from(Instant.now().minusSeconds(1))),
				(claims) -> claims.expirationTime(Date.from(Instant.now().plusSeconds(3600))),
				(claims) -> claims.expirationTime(null), (claims) -> claims.notBeforeTime(null),
				(claims) -> claims.jwtID(null))) {
			assertRefused(signed(this.certificate, JWSAlgorithm.PS256, mistake), "700024");
		}
	}

	@Test
	void theSignatureMustBeOfTheCertificateTheyName() throws JOSEException {
		Consumer<JWTClaimsSet.Builder> none = (_) -> {
		};
		assertRefused(signed(this.certificate, this.expired, JWSAlgorithm.PS256, none), "700024");
		assertRefused(signed(this.certificate, JWSAlgorithm.RS256, none), "700024");
		assertRefused(signed(this.expired, JWSAlgorithm.PS256, none), "700024");
		this.entra.certificates(this.expired.certificate());
		assertRefused(signed(this.certificate, JWSAlgorithm.PS256, none), "700027");
	}

	@Test
	void thoseOfATrustedClusterAreGoodAnyNumberOfTimes() {
		String token = this.cluster.token(Instant.now().plusSeconds(600));
		assertThat(ask(token).status()).isEqualTo(200);
		assertThat(ask(token).status()).isEqualTo(200);
	}

	@Test
	void thoseOfOtherWorkloadsAreRefused() {
		Instant end = Instant.now().plusSeconds(600);
		assertRefused(new Cluster().token(end), "700024");
		assertRefused(this.cluster.token(Instant.now().minusSeconds(1)), "700024");
		assertRefused(this.cluster.token(end, Map.of("sub", "system:serviceaccount:bff:other")), "700024");
		assertRefused(this.cluster.token(end, Map.of("iss", "https://other.example")), "700024");
		assertRefused(this.cluster.token(end, Map.of("aud", "https://kubernetes.default.svc")), "700024");
		this.entra.reset();
		assertRefused(this.cluster.token(end), "700213");
	}

	@Test
	void theDaemonHasOnlyItsSecret() {
		TestApp.Answer refused = this.app
			.token(Map.of("grant_type", "client_credentials", "client_id", TestApp.DAEMON.clientId(),
					"client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
					"client_assertion", this.cluster.token(Instant.now().plusSeconds(600))));
		assertThat(refused.text("error")).isEqualTo("invalid_client");
	}

}
