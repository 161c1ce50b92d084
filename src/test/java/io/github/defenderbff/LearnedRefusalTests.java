package io.github.defenderbff;

import java.io.IOException;
import java.nio.file.Files;
import java.util.stream.Collectors;

import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What becomes of a call that Defender refuses although nothing here spoke against it.
 */
@OnSandbox
class LearnedRefusalTests {

	private static final String LIST = "/api/alerts";

	private static final String ISOLATE = "/api/machines/" + Machines.SERVER.id() + "/isolate";

	private static final String COMMENT = "{\"Comment\":\"INC-4711\",\"IsolationType\":\"Full\"}";

	private final Bff bff;

	private final DefenderLookAlike defender;

	LearnedRefusalTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	private static String decision(Client client, String query, String operation) {
		return client.get("/api/me/permissions" + query)
			.json()
			.path("results")
			.valueStream()
			.filter((result) -> result.path("operation").asString().equals(operation))
			.map((result) -> result.path("decision").asString() + " "
					+ result.path("reasons").path(0).path("type").asString(""))
			.collect(Collectors.joining());
	}

	@Test
	void isRememberedForThePersonAndTheOperation() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.status(403, "Forbidden"));
		Problems.assertProblem(rune.get(LIST), 403, "refused-upstream");
		var again = rune.get(LIST);
		Problems.assertProblem(again, 403, "permission-denied");
		assertThat(again.reasons()).containsExactly("RefusedUpstream");
		assertThat(again.json().path("reasons").path(0).path("code").asString()).isEqualTo("Forbidden");
		assertThat(this.defender.requests()).hasSize(1);
		assertThat(decision(rune, "", "alerts.list")).isEqualTo("deny RefusedUpstream");
		assertThat(rune.get("/api/machines").status()).isEqualTo(200);
		assertThat(this.bff.signIn(People.ALVA_ANALYST).get(LIST).status()).isEqualTo(200);
	}

	@Test
	void isRememberedForTheOneDevice() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.get("/api/machines/" + Machines.SERVER.id());
		this.defender.failNext(Fault.status(403, "DisabledFeature"));
		Problems.assertProblem(rune.post(ISOLATE, COMMENT), 403, "refused-upstream");
		assertThat(decision(rune, "?machine=" + Machines.SERVER.id(), "machines.isolate"))
			.isEqualTo("deny RefusedUpstream");
		assertThat(decision(rune, "?machine=" + Machines.NORTH_WORKSTATION.id(), "machines.isolate"))
			.isEqualTo("permit ");
		assertThat(decision(rune, "", "machines.isolate")).isEqualTo("permit ");
	}

	@Test
	void isForgottenWithTheNextConsent() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.status(403, "Forbidden"));
		rune.get(LIST);
		rune.consent("Ti.ReadWrite");
		assertThat(rune.get(LIST).status()).isEqualTo(200);
	}

	@Test
	void isForgottenWithAnotherRoleBook() throws IOException {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.status(403, "Forbidden"));
		rune.get(LIST);
		this.bff.keepRoleBook(Files.readString(this.bff.sandbox().roleBook()) + "# looked through\n");
		assertThat(rune.get(LIST).status()).isEqualTo(200);
	}

	@Test
	void isNotLearnedWhereItWouldTellThatADeviceExists() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var machine = "/api/machines/" + Machines.SERVER.id();
		this.defender.failNext(Fault.status(403, "Forbidden"));
		Problems.assertProblem(rune.get(machine), 404, "not-found");
		assertThat(rune.get(machine, "Cache-Control", "no-cache").status()).isEqualTo(200);
	}

	@Test
	void isCountedAsDriftWhereItWasPermittedHere() {
		var meters = this.bff.context().getBean(MeterRegistry.class);
		var before = meters.counter("policy.drift", "operation", "alerts.list").count();
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.defender.failNext(Fault.status(403, "Forbidden"));
		rune.get(LIST);
		rune.get(LIST);
		assertThat(meters.counter("policy.drift", "operation", "alerts.list").count()).isEqualTo(before + 1);
	}

}
