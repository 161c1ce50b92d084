package io.github.defenderbff;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.stream.Stream;

import io.github.sandbox.Sandbox;
import io.github.sandbox.entra.Cluster;
import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.entra.TokenRequest;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.assertj.core.groups.Tuple;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.SpringApplication;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * The service proves who it is without a secret: one instance with certificates, one with
 * the token of its Kubernetes service account.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClientCredentialTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private final Instant now = Instant.now();

	private final TestCertificate older = TestCertificate.valid(this.now.minus(Duration.ofDays(300)),
			this.now.plus(Duration.ofDays(65)));

	private final TestCertificate newer = TestCertificate.valid(this.now.minus(Duration.ofDays(2)),
			this.now.plus(Duration.ofDays(363)));

	private final TestCertificate newest = TestCertificate.valid(this.now.minus(Duration.ofDays(1)),
			this.now.plus(Duration.ofDays(364)));

	/** So short that each call needs another token. */
	private static final Duration SHORT = Duration.ofSeconds(30);

	private final Cluster cluster = new Cluster();

	private final Sandbox sandbox;

	private final EntraLookAlike entra;

	private final Path mounted;

	private final Path second;

	private final Path token;

	private final Bff certified;

	private final Bff inCluster;

	ClientCredentialTests(@TempDir Path directory) throws IOException {
		this.mounted = this.older.mount(directory.resolve("mounted"));
		this.second = this.newer.write(directory.resolve("second.pem"));
		this.token = directory.resolve("token");
		var addresses = Stream.generate(ClientCredentialTests::address).limit(2).toList();
		this.sandbox = Sandbox.start(0, 0, addresses.getFirst());
		this.entra = this.sandbox.entra();
		this.entra.redirectUris(Set.of(addresses.getFirst().resolve("/login/oauth2/code/defender"),
				addresses.getLast().resolve("/login/oauth2/code/defender")));
		this.certified = start(addresses.getFirst(), "--ENTRA_CLIENT_CERTIFICATE=" + this.mounted + "," + this.second);
		this.inCluster = start(addresses.getLast(), "--AZURE_FEDERATED_TOKEN_FILE=" + this.token);
	}

	private static URI address() {
		try (var socket = new ServerSocket(0)) {
			return URI.create("http://localhost:" + socket.getLocalPort());
		}
		catch (IOException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/**
	 * Without API documents: what makes them is static, and that of the last to start.
	 */
	private Bff start(URI address, String credential) {
		var arguments = this.sandbox.arguments()
			.stream()
			.filter((argument) -> !argument.contains(".client-secret=") && !argument.startsWith("--server.port=")
					&& !argument.startsWith("--signin.base-url="));
		var own = Stream.of(credential, "--server.port=" + address.getPort(), "--signin.base-url=" + address,
				"--management.server.port=0", "--logging.level.root=INFO", "--springdoc.api-docs.enabled=false");
		var context = SpringApplication.run(DefenderBff.class, Stream.concat(arguments, own).toArray(String[]::new));
		return new Bff(address, this.sandbox, context);
	}

	@AfterAll
	void stop() {
		this.certified.context().close();
		this.inCluster.context().close();
		this.sandbox.close();
	}

	@BeforeEach
	void restore() throws IOException {
		this.entra.reset();
		this.sandbox.defender().reset();
		this.entra.accessTokenLifetime(SHORT);
		this.older.mount(this.mounted);
		this.newer.write(this.second);
		this.entra.certificates(this.older.certificate(), this.newer.certificate());
		this.entra.trust(this.cluster.credential());
		rotate();
	}

	private void rotate() throws IOException {
		Files.writeString(this.token, this.cluster.token(Instant.now().plus(Duration.ofHours(1))));
	}

	/** One of each grant. A refusal could go unseen otherwise, but not in the log. */
	private static void assertEveryGrantWorks(Bff bff) {
		try (var log = new LogCapture()) {
			var rune = bff.signIn(People.RUNE_RESPONDER);
			assertThat(rune.get(MACHINE).status()).isEqualTo(200);
			assertThat(bff.daemon("Machine.Read.All").get(MACHINE).status()).isEqualTo(200);
			assertThat(log.records()).noneMatch((line) -> line.contains("ERROR"));
		}
		assertThat(bff.sandbox().entra().tokenRequests())
			.extracting(TokenRequest::grantType, TokenRequest::clientAuthenticationMethod)
			.contains(grant("authorization_code"), grant("refresh_token"), grant("client_credentials"))
			.allSatisfy((request) -> assertThat(request.toList()).endsWith("private_key_jwt"));
	}

	private static Tuple grant(String type) {
		return Tuple.tuple(type, "private_key_jwt");
	}

	private static void assertNobodyCanSignIn(Bff bff) {
		var rune = bff.anonymous();
		Problems.assertProblem(rune.get(rune.wayBack("/login", People.RUNE_RESPONDER)), 503,
				"client-credential-rejected");
	}

	private static Client.Answer health(Bff bff, String path) {
		return new Client(bff.management()).get("/actuator/health" + path);
	}

	@Test
	void aCertificateServesEveryGrant() {
		assertEveryGrantWorks(this.certified);
		assertThat(health(this.certified, "/readiness").status()).isEqualTo(200);
		var details = health(this.certified, "").json().path("components").path("clientCredential").path("details");
		assertThat(details.path("kind").stringValue("")).isEqualTo("certificate");
		assertThat(details.path("certificates").size()).isEqualTo(2);
	}

	@Test
	void theOlderCertificateServesWhileTheNewerIsNotRegistered() {
		this.entra.certificates(this.older.certificate());
		try (var log = new LogCapture()) {
			assertEveryGrantWorks(this.certified);
			assertThat(log.records()).filteredOn((line) -> line.contains("newer client certificate")).hasSize(1);
		}
		assertThat(this.entra.tokenRequests()).extracting(TokenRequest::grantType)
			.as("each grant was asked about once more")
			.startsWith("authorization_code", "authorization_code", "refresh_token", "refresh_token")
			.endsWith("client_credentials", "client_credentials");
	}

	@Test
	void anotherCertificateIsUsedWithoutARestart() {
		this.newest.mount(this.mounted);
		this.entra.certificates(this.newest.certificate());
		assertEveryGrantWorks(this.certified);
	}

	@Test
	void aCertificateThatIsNotRegisteredIsToldToTheOperatorOnce() {
		this.certified.signIn(People.RUNE_RESPONDER);
		this.entra.certificates();
		try (var log = new LogCapture()) {
			assertNobodyCanSignIn(this.certified);
			assertNobodyCanSignIn(this.certified);
			assertThat(log.records()).filteredOn((line) -> line.contains("ERROR"))
				.singleElement()
				.asString()
				.contains("own credential (invalid_client)");
		}
		assertThat(health(this.certified, "/readiness").status()).as("nobody asks the provider").isEqualTo(200);
		this.entra.certificates(this.newer.certificate());
		this.certified.signIn(People.RUNE_RESPONDER);
	}

	@Test
	void theTokenOfThePodServesEveryGrant() {
		assertEveryGrantWorks(this.inCluster);
		this.entra.trust(new Cluster().credential());
		assertNobodyCanSignIn(this.inCluster);
	}

	@Test
	void anotherTokenOfThePodIsUsedWithoutARestart() throws IOException {
		var successor = new Cluster();
		this.entra.trust(successor.credential());
		assertNobodyCanSignIn(this.inCluster);
		Files.writeString(this.token, successor.token(Instant.now().plus(Duration.ofHours(1))));
		assertEveryGrantWorks(this.inCluster);
	}

	@Test
	void aMissingTokenIsToldAndMakesThisInstanceUnready() throws IOException {
		this.inCluster.signIn(People.RUNE_RESPONDER);
		assertThat(health(this.inCluster, "/readiness").status()).isEqualTo(200);
		Files.delete(this.token);
		try (var log = new LogCapture()) {
			assertNobodyCanSignIn(this.inCluster);
			assertNobodyCanSignIn(this.inCluster);
			assertThat(log.records()).filteredOn((line) -> line.contains("ERROR"))
				.singleElement()
				.asString()
				.contains("own credential cannot be used", this.token + " does not exist");
		}
		assertThat(health(this.inCluster, "/readiness").status()).isEqualTo(503);
		assertThat(health(this.inCluster, "/liveness").status()).isEqualTo(200);
		rotate();
		assertThat(health(this.inCluster, "/readiness").status()).isEqualTo(200);
		this.inCluster.signIn(People.RUNE_RESPONDER);
	}

}
