package io.github.defenderbff;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.stream.Stream;

import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import io.github.sandbox.keycloak.Keycloak;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;

import static org.assertj.core.api.Assertions.assertThat;

/** How sessions live and end with a provider that nobody here wrote. */
class KeycloakSessionIT {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	/** What is left is so little that the token is renewed before it is used. */
	private static final Duration SHORT = Duration.ofSeconds(50);

	private static final Person RUNE = People.RUNE_RESPONDER;

	private final BffOnKeycloak bff = BffOnKeycloak.shared();

	private final Keycloak keycloak = this.bff.keycloak();

	@BeforeEach
	void reset() {
		this.bff.reset(RUNE);
	}

	@Test
	void everyRefreshTokenIsUsedOnce() {
		this.keycloak.admin().accessTokensLive(SHORT);
		var rune = this.bff.signIn(RUNE);
		assertThat(Stream.of(1, 2, 3).map((page) -> rune.get("/api/alerts?$skip=" + page).status())).containsOnly(200);
		assertThat(this.keycloak.admin().renewals(RUNE)).isEqualTo(3);
	}

	@Test
	void oneRenewalServesAllWhoNeedIt() {
		this.keycloak.admin().accessTokensLive(SHORT);
		var rune = this.bff.signIn(RUNE);
		this.keycloak.admin().accessTokensLive(BffOnKeycloak.LIFETIME);
		var statuses = Concurrently.run(10, (page) -> rune.get("/api/alerts?$skip=" + page).status());
		assertThat(statuses).hasSize(10).containsOnly(200);
		assertThat(this.keycloak.admin().renewals(RUNE)).isOne();
	}

	@Test
	void sessionEndsAtOnceWhenKeycloakEndsItsOwn() {
		var rune = this.bff.signIn(RUNE);
		var ada = this.bff.signIn(People.ADA_ADMIN);
		this.keycloak.admin().endSessions(RUNE);
		Awaitility.await().until(() -> !isSignedIn(rune));
		Problems.assertProblem(rune.get(MACHINE), 401, "session-expired");
		assertThat(this.bff.defender().requests()).isEmpty();
		assertThat(this.keycloak.admin().renewals(RUNE)).as("Keycloak said so").isZero();
		assertThat(isSignedIn(ada)).isTrue();
	}

	private static boolean isSignedIn(Client client) {
		return client.get("/api/session").json().path("signed_in").booleanValue(false);
	}

	@Test
	void signOutEndsKeycloaksSessionOnceThePersonAgrees() {
		var rune = this.bff.signIn(RUNE);
		var next = rune.post("/logout", "", "Accept", "application/json").json().path("end_session_url");
		Problems.assertProblem(rune.get(MACHINE), 401, "not-signed-in");
		assertThat(this.keycloak.admin().sessions(RUNE)).isOne();
		try (var browser = rune.browser()) {
			var question = browser.open(URI.create(next.stringValue("")));
			assertThat(browser.submit(question, Map.of("confirmLogout", "")).uri()).isEqualTo(this.bff.uri("/"));
			assertThat(this.keycloak.admin().sessions(RUNE)).isZero();
			assertThat(browser.open(this.bff.uri("/login")).body()).contains("kc-form-login");
		}
	}

	@Test
	void withoutKeycloakSessionsGoOnUntilTheirTokensEnd() {
		var rune = this.bff.signIn(RUNE);
		assertThat(rune.get("/api/machines").status()).as("Defender has the keys").isEqualTo(200);
		this.keycloak.stop();
		this.bff.clock().ahead(BffOnKeycloak.LIFETIME.minusSeconds(30));
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
		this.bff.clock().ahead(BffOnKeycloak.LIFETIME);
		Problems.assertProblem(rune.get("/api/alerts"), 503, "identity-provider-unreachable");
		assertThat(rune.get("/api/session").json().path("signed_in").booleanValue(false)).isTrue();
		this.keycloak.start();
		Problems.assertProblem(rune.get("/api/alerts"), 401, "session-expired");
		this.bff.clock().ahead(Duration.ZERO);
		assertThat(this.bff.signIn(RUNE).get(MACHINE).status()).isEqualTo(200);
	}

}
