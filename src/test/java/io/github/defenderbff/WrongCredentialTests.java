package io.github.defenderbff;

import java.util.List;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

import io.github.sandbox.organisation.People;

import static org.assertj.core.api.Assertions.assertThat;

/** A service whose own credential the identity provider does not accept. */
class WrongCredentialTests {

	private static final Bff BFF = RunningBff
		.start(List.of("--spring.security.oauth2.client.registration.defender.client-secret=expired"));

	@AfterAll
	static void stop() {
		BFF.context().close();
		BFF.sandbox().close();
	}

	@Test
	void isToldToPeopleAndOnceToTheOperator() {
		try (var log = new LogCapture()) {
			var rune = BFF.anonymous();
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
	}

}
