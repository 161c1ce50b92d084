package io.github.defenderbff.signin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.github.defenderbff.HandMovedClock;
import io.github.sandbox.entra.Cluster;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import org.springframework.boot.health.contributor.Status;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2RefreshToken;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The token of a Kubernetes service account as the client credential. */
class ClientTokenFileTests {

	private static final Cluster CLUSTER = new Cluster();

	private final HandMovedClock clock = new HandMovedClock();

	private final Path file;

	private final ClientTokenFile credential;

	ClientTokenFileTests(@TempDir Path directory) {
		this.file = directory.resolve("token");
		this.credential = new ClientTokenFile(this.file, this.clock);
	}

	private String keep(Duration lifetime) throws IOException {
		var token = CLUSTER.token(this.clock.instant().plus(lifetime));
		Files.writeString(this.file, token + "\n");
		return token;
	}

	private Map<String, String> parameters() {
		var old = new OAuth2AccessToken(OAuth2AccessToken.TokenType.BEARER, "unused", null, this.clock.instant());
		var request = new OAuth2RefreshTokenGrantRequest(TestSessions.registration(null), old,
				new OAuth2RefreshToken("refresh", this.clock.instant()));
		return Objects
			.requireNonNull(this.credential.<OAuth2RefreshTokenGrantRequest>proofs().getFirst().convert(request))
			.toSingleValueMap();
	}

	private void assertUnusable(String why) {
		assertThatExceptionOfType(OAuth2AuthorizationException.class).isThrownBy(this::parameters)
			.satisfies((refusal) -> {
				assertThat(ClientCredentialRejected.isMeantBy(refusal.getError().getErrorCode())).isTrue();
				assertThat(refusal.getError().getDescription()).contains(this.file.toString(), why);
			});
		assertThat(this.credential.health().getStatus()).isEqualTo(Status.OUT_OF_SERVICE);
		assertThat(this.credential.health().getDetails().get("reason")).asString().contains(why);
	}

	@Test
	void isSentAsItStandsInTheFile() throws IOException {
		var token = keep(Duration.ofHours(1));
		assertThat(parameters()).containsExactlyInAnyOrderEntriesOf(Map.of("client_assertion_type",
				"urn:ietf:params:oauth:client-assertion-type:jwt-bearer", "client_assertion", token));
	}

	@Test
	void isReadAnewForEachRequest() throws IOException {
		var first = keep(Duration.ofHours(1));
		assertThat(parameters()).containsEntry("client_assertion", first);
		this.clock.move(Duration.ofMinutes(48));
		var second = keep(Duration.ofHours(1));
		assertThat(parameters()).containsEntry("client_assertion", second);
	}

	@Test
	void thatExpiredIsNotSent() throws IOException {
		keep(Duration.ofHours(1));
		assertThat(this.credential.health().getStatus()).isEqualTo(Status.UP);
		this.clock.move(Duration.ofHours(1));
		assertUnusable("expired at 2026-01-01T01:00:00Z");
	}

	@Test
	void thatIsMissingIsToldAndUsedOnceItIsThere() throws IOException {
		assertUnusable("does not exist");
		Files.writeString(this.file, "");
		assertUnusable("holds no signed token");
		Files.delete(this.file);
		Files.createDirectory(this.file);
		assertUnusable("cannot be read");
		Files.delete(this.file);
		var token = keep(Duration.ofHours(1));
		assertThat(parameters()).containsEntry("client_assertion", token);
		assertThat(this.credential.health().getStatus()).isEqualTo(Status.UP);
	}

	@Test
	void isNotToldByHealth() throws IOException {
		var token = keep(Duration.ofHours(1));
		assertThat(this.credential.health().getDetails()).containsEntry("kind", "federated token")
			.containsEntry("expires", this.clock.instant().plus(Duration.ofHours(1)));
		assertThat(this.credential.health().toString()).doesNotContain(token);
	}

}
