package io.github.defenderbff;

import java.time.Duration;
import java.util.Map;

import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.Test;

/** The typed client builds under strict rules, and Node uses it as frontends would. */
@OnSandbox
class TypeScriptClientTests {

	private final Bff bff;

	TypeScriptClientTests(Bff bff) {
		this.bff = bff;
	}

	@Test
	void typedClientBuildsAndDoesInNodeWhatItsTestsSay() throws Exception {
		var client = TypeScriptClient.build();
		var defender = this.bff.sandbox().defender();
		defender.actionTiming(Duration.ZERO, Duration.ofSeconds(1));
		try {
			client.npm(Map.of("BFF_URL", this.bff.address().toString(), "BFF_SESSION_COOKIE", "session", "BFF_RUNE",
					session(People.RUNE_RESPONDER), "BFF_ALVA", session(People.ALVA_ANALYST), "BFF_MACHINE",
					Machines.NORTH_WORKSTATION.id()), "test");
		}
		finally {
			defender.reset();
			defender.actionTiming(Duration.ofSeconds(2), Duration.ofSeconds(6));
		}
	}

	private String session(Person person) {
		return this.bff.signIn(person).cookie("session").orElseThrow();
	}

}
