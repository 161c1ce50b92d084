package io.github.defenderbff.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.interfaces.RSAPublicKey;
import java.text.ParseException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.crypto.RSASSAVerifier;
import com.nimbusds.jose.util.Base64URL;
import com.nimbusds.jwt.SignedJWT;
import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.TestCertificate;
import io.github.defenderbff.problem.SettingProblem;
import io.netty.pkitesting.CertificateBuilder.Algorithm;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/**
 * Certificates as the client credential: assertions, roll-over, and files that change.
 */
class ClientCertificatesTests {

	private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

	private static final TestCertificate OLD = TestCertificate.valid(START.minus(Duration.ofDays(300)),
			START.plus(Duration.ofDays(65)));

	private static final TestCertificate NEW = TestCertificate.valid(START.minus(Duration.ofDays(1)),
			START.plus(Duration.ofDays(364)));

	private static final ClientRegistration REGISTRATION = ClientRegistration
		.withClientRegistration(TestSessions.registration(null))
		.clientAuthenticationMethod(ClientAuthenticationMethod.PRIVATE_KEY_JWT)
		.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
		.build();

	private final HandMovedClock clock = new HandMovedClock();

	private final Path file;

	private final Path other;

	ClientCertificatesTests(@TempDir Path directory) {
		this.file = directory.resolve("client.pem");
		this.other = directory.resolve("other.pem");
	}

	private ClientCertificates certificates(Path... paths) {
		return new ClientCertificates(List.of(paths), this.clock);
	}

	/** The assertions in the order in which they are tried. */
	private static List<SignedJWT> assertions(ClientCertificates certificates) {
		return certificates.<OAuth2ClientCredentialsGrantRequest>proofs()
			.stream()
			.map((proof) -> Objects.requireNonNull(proof.convert(new OAuth2ClientCredentialsGrantRequest(REGISTRATION)))
				.toSingleValueMap())
			.map((parameters) -> {
				assertThat(parameters).containsOnlyKeys("client_assertion_type", "client_assertion")
					.containsEntry("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
				return parsed(Objects.requireNonNull(parameters.get("client_assertion")));
			})
			.toList();
	}

	private static SignedJWT parsed(String assertion) {
		try {
			return SignedJWT.parse(assertion);
		}
		catch (ParseException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Base64URL thumbprint(TestCertificate certificate) {
		try {
			return Base64URL
				.encode(MessageDigest.getInstance("SHA-256").digest(certificate.certificate().getEncoded()));
		}
		catch (GeneralSecurityException ex) {
			throw new AssertionError(ex);
		}
	}

	private static Stream<Base64URL> signers(ClientCertificates certificates) {
		return assertions(certificates).stream().map((each) -> each.getHeader().getX509CertSHA256Thumbprint());
	}

	@Test
	void signAnAssertionThatTheCertificateVerifies() throws Exception {
		var certificates = certificates(NEW.write(this.file));
		var assertion = assertions(certificates).getFirst();
		assertThat(assertion.verify(new RSASSAVerifier((RSAPublicKey) NEW.certificate().getPublicKey()))).isTrue();
		assertThat(assertion.getHeader().getAlgorithm()).isEqualTo(JWSAlgorithm.PS256);
		assertThat(assertion.getHeader().getType()).isEqualTo(JOSEObjectType.JWT);
		assertThat(assertion.getHeader().toJSONObject()).containsOnlyKeys("alg", "typ", "x5t#S256")
			.containsEntry("x5t#S256", thumbprint(NEW).toString());
		var claims = assertion.getJWTClaimsSet();
		assertThat(claims.getIssuer()).isEqualTo("client");
		assertThat(claims.getSubject()).isEqualTo("client");
		assertThat(claims.getAudience()).containsExactly("https://login.example.com/token");
		assertThat(claims.getNotBeforeTime()).isEqualTo(START);
		assertThat(claims.getExpirationTime()).isEqualTo(START.plus(Duration.ofMinutes(5)));
		assertThat(claims.getJWTID()).isNotBlank()
			.isNotEqualTo(assertions(certificates).getFirst().getJWTClaimsSet().getJWTID());
	}

	@Test
	void areReadFromADirectoryAsKubernetesMountsThem() {
		assertThat(signers(certificates(NEW.mount(this.file)))).containsExactly(thumbprint(NEW));
	}

	@Test
	void theNewerOneIsTriedFirst() {
		assertThat(signers(certificates(OLD.write(this.file), NEW.write(this.other)))).containsExactly(thumbprint(NEW),
				thumbprint(OLD));
		assertThat(signers(certificates(NEW.write(this.file), OLD.write(this.other)))).containsExactly(thumbprint(NEW),
				thumbprint(OLD));
	}

	@Test
	void theOneThatIsValidIsTriedFirst() {
		var certificates = certificates(NEW.write(this.file), OLD.write(this.other));
		this.clock.move(Duration.ofDays(-2));
		assertThat(signers(certificates)).containsExactly(thumbprint(OLD), thumbprint(NEW));
		var shortLived = TestCertificate.valid(START, START.plus(Duration.ofDays(3)));
		var others = certificates(shortLived.write(this.file), OLD.write(this.other));
		this.clock.move(Duration.ofDays(6));
		assertThat(signers(others)).containsExactly(thumbprint(OLD), thumbprint(shortLived));
	}

	@Test
	void anotherFileIsTakenWithoutARestart() {
		var certificates = certificates(OLD.write(this.file));
		assertThat(signers(certificates)).containsExactly(thumbprint(OLD));
		NEW.write(this.file);
		assertThat(signers(certificates)).containsExactly(thumbprint(NEW));
	}

	@Test
	void aBrokenFileLeavesTheOldOneInUseAndWarnsOnce() throws IOException {
		var certificates = certificates(OLD.write(this.file));
		try (var log = new Logged(ClientCertificateFile.class)) {
			Files.writeString(this.file, NEW.certificatePem() + NEW.keyPem().substring(0, 200));
			assertThat(signers(certificates)).containsExactly(thumbprint(OLD));
			Files.writeString(this.file, "");
			assertThat(signers(certificates)).containsExactly(thumbprint(OLD));
			Files.delete(this.file);
			assertThat(signers(certificates)).containsExactly(thumbprint(OLD));
			assertThat(log.alarms()).singleElement().asString().contains("stays in use: no private key can be read");
			assertThat(certificates.health().getStatus().getCode()).isEqualTo("DEGRADED");
			assertThat(certificates.health().getDetails().toString()).contains("mistake=there is no file");
			NEW.write(this.file);
			assertThat(signers(certificates)).containsExactly(thumbprint(NEW));
			assertThat(certificates.health().getStatus().getCode()).isEqualTo("UP");
			Files.delete(this.file);
			assertThat(signers(certificates)).containsExactly(thumbprint(NEW));
			assertThat(log.alarms()).hasSize(2);
		}
	}

	@Test
	void aNewCertificateWaitsForItsKey() throws IOException {
		var certificates = certificates(OLD.mount(this.file));
		Files.writeString(this.file.resolve("tls.crt"), NEW.certificatePem());
		assertThat(signers(certificates)).containsExactly(thumbprint(OLD));
		Files.writeString(this.file.resolve("tls.key"), NEW.keyPem());
		assertThat(signers(certificates)).containsExactly(thumbprint(NEW));
	}

	@Test
	void somebodyIsWarnedDayByDayBeforeTheLastOneExpires() {
		try (var log = new Logged(ClientCertificates.class)) {
			var certificates = certificates(OLD.write(this.file));
			this.clock.move(Duration.ofDays(51));
			assertThat(signers(certificates)).isNotEmpty();
			assertThat(log.alarms()).isEmpty();
			assertThat(certificates.health().getStatus().getCode()).isEqualTo("UP");
			this.clock.move(Duration.ofHours(1));
			assertThat(certificates.health().getStatus().getCode()).isEqualTo("DEGRADED");
			assertThat(signers(certificates)).isNotEmpty();
			assertThat(signers(certificates)).isNotEmpty();
			assertThat(log.alarms()).singleElement()
				.asString()
				.contains(OLD.certificate().getNotAfter().toInstant().toString());
			this.clock.move(Duration.ofHours(25));
			assertThat(signers(certificates)).isNotEmpty();
			assertThat(log.alarms()).hasSize(2);
		}
	}

	@Test
	void nobodyIsWarnedOfOneWhoseSuccessorIsThere() {
		try (var log = new Logged(ClientCertificates.class)) {
			var certificates = certificates(OLD.write(this.file), NEW.write(this.other));
			this.clock.move(Duration.ofDays(64));
			assertThat(signers(certificates)).hasSize(2);
			assertThat(log.alarms()).isEmpty();
			assertThat(certificates.health().getStatus().getCode()).isEqualTo("UP");
		}
	}

	@Test
	void healthTellsThumbprintsAndDatesAndNoKey() {
		var details = certificates(NEW.write(this.file)).health().getDetails();
		assertThat(details).containsEntry("kind", "certificate");
		assertThat(details.toString())
			.contains(this.file.toString(), HexFormat.of().withUpperCase().formatHex(thumbprint(NEW).decode()),
					NEW.certificate().getNotAfter().toInstant().toString())
			.doesNotContain("PRIVATE");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			MISSING    | there is no file
			EMPTY      | no certificate can be read
			NO_KEY     | no private key can be read; an encrypted one cannot be used
			OTHERS_KEY | certificate and private key do not belong together
			ELLIPTIC   | its key is not an RSA key of 2048 bits or more
			""")
	void oneThatCannotBeUsedStopsTheStart(String mistake, String sentence) throws IOException {
		var text = switch (mistake) {
			case "EMPTY" -> "";
			case "NO_KEY" -> NEW.certificatePem();
			case "OTHERS_KEY" -> NEW.certificatePem() + OLD.keyPem();
			case "ELLIPTIC" -> TestCertificate.of(Algorithm.ecp256, START, START.plusSeconds(60)).certificatePem();
			default -> null;
		};
		if (text != null) {
			Files.writeString(this.file, text);
		}
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> certificates(this.file))
			.withMessageContainingAll(this.file.toString(), sentence);
	}

	@Test
	void areTwoAtMost() {
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> new ClientCredentialProperties(List.of(this.file, this.other, this.file), null))
			.withMessage("ENTRA_CLIENT_CERTIFICATE names more than two certificates.");
	}

	@Test
	void textFormsTellNothingOfTheKey() throws Exception {
		NEW.write(this.file);
		var certificate = new ClientCertificateFile(this.file).current();
		assertThat(certificate.toString()).doesNotContain(certificate.key().getPrivateExponent().toString())
			.contains(certificate.thumbprint());
	}

}
