package io.github.defenderbff;

import java.time.Duration;

import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens when the identity provider refuses the service's own credential. */
@OnSandbox
class WrongCredentialTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private final Bff bff;

	private final EntraLookAlike entra;

	WrongCredentialTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
	}

	@Test
	void isToldToWhoSignsInAndOnceToTheOperator() {
		this.bff.signIn(People.ADA_ADMIN);
		var rune = this.bff.anonymous();
		this.entra.failTokenEndpoint(401);
		try (var log = new LogCapture()) {
			Problems.assertProblem(rune.get(rune.wayBack("/login", People.RUNE_RESPONDER)), 503,
					"client-credential-rejected");
			var page = rune.get(rune.wayBack("/login", People.RUNE_RESPONDER), "Accept", "text/html");
			assertThat(page.status()).isEqualTo(503);
			assertThat(page.body()).contains("Sign-in is not possible for now", "own credential");
			assertThat(rune.cookie("session")).isEmpty();
			assertThat(log.records()).filteredOn((line) -> line.contains("ERROR"))
				.hasSize(1)
				.allMatch((line) -> line.contains("own credential (invalid_client)"));
		}
		this.entra.restoreTokenEndpoint();
		rune.signIn(People.RUNE_RESPONDER);
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
	}

	@Test
	void doesNotEndSessions() throws InterruptedException {
		this.entra.accessTokenLifetime(Duration.ofSeconds(1));
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		Thread.sleep(1100);
		this.entra.failTokenEndpoint(401);
		Problems.assertProblem(rune.get(MACHINE), 503, "client-credential-rejected");
		assertThat(rune.get("/api/me").status()).isEqualTo(200);
		assertThat(this.bff.sandbox().defender().requests())
			.noneMatch((request) -> People.RUNE_RESPONDER.objectId().equals(request.objectId()));
		this.entra.restoreTokenEndpoint();
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
	}

}
