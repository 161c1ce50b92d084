package io.github.defenderbff;

import java.net.URI;
import java.util.List;
import java.util.Map;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.sandbox.keycloak.Keycloak;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** Whose answers count: those of the configured issuer, and of nobody else. */
class KeycloakIssuerIT {

	private static final Person RUNE = People.RUNE_RESPONDER;

	private final BffOnKeycloak bff = BffOnKeycloak.shared();

	private final Keycloak keycloak = this.bff.keycloak();

	@BeforeEach
	void reset() {
		this.bff.reset(RUNE);
	}

	@Test
	void metadataOfAnotherIssuerIsNotUsed() {
		var alias = URI.create(this.keycloak.issuer().toString().replace("localhost", "127.0.0.1"));
		try (var other = this.bff.another(Map.of("issuer-uri", alias)); var log = new LogCapture()) {
			Problems.assertProblem(other.anonymous().get("/login"), 503, "identity-provider-unreachable");
			assertThat(log.records()).anyMatch((line) -> line.contains("did not match the requested issuer"));
			Problems.assertProblem(other.anonymous().get("/login/oauth2/code/defender?code=a&state=b"), 400,
					"sign-in-failed");
		}
	}

	@Test
	void tokenOfAnotherIssuerIsNotTaken() {
		var elsewhere = this.keycloak.issuerElsewhere();
		var mixed = Map.of("issuer-uri", this.keycloak.issuer(), "authorization-uri",
				this.keycloak.endpoint(elsewhere, "auth"), "token-uri", this.keycloak.endpoint(elsewhere, "token"),
				"jwk-set-uri", this.keycloak.endpoint(elsewhere, "certs"));
		try (var other = this.bff.another(mixed); var log = new LogCapture()) {
			var rune = other.anonymous();
			var back = other.wayBack(rune, RUNE).replace("elsewhere", "security");
			Problems.assertProblem(rune.get(back), 400, "sign-in-failed");
			assertThat(log.records()).anyMatch((line) -> line.contains("Sign-in failed: invalid_id_token"));
			assertThat(rune.cookie("session")).isEmpty();
		}
	}

	@Test
	void answerThatNamesAnotherIssuerOrNoneIsRefused() {
		var rune = this.bff.anonymous();
		try (var log = new LogCapture()) {
			for (var iss : List.of("$1elsewhere", "")) {
				var back = this.bff.wayBack(rune, RUNE).replaceFirst("(&iss=[^&]*)security", iss);
				Problems.assertProblem(rune.get(back), 400, "sign-in-failed");
			}
			assertThat(log.records()).filteredOn((line) -> line.contains("Sign-in failed: invalid_issuer")).hasSize(2);
		}
		assertThat(rune.cookie("session")).isEmpty();
	}

}
