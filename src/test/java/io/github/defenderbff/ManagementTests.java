package io.github.defenderbff;

import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.defenderbff.Problems.assertProblem;
import static org.assertj.core.api.Assertions.assertThat;

/** What operators see on the management port, and nobody else anywhere. */
@OnSandbox
class ManagementTests {

	private static final String DRIFT = "/actuator/metrics/policy.drift?tag=operation:machines.isolate";

	/** Alva's group may isolate, says this book; Defender knows better. */
	private static final String TOO_GENEROUS = """
			roles:
			  - name: Analyst
			    privileges: [View data, Alerts investigation, Active remediation actions]
			    groups: [a0000000-0000-4000-8000-000000000002]
			    every-device: true
			""";

	private final Bff bff;

	private final Client management;

	ManagementTests(Bff bff) {
		this.bff = bff;
		this.management = new Client(bff.management());
	}

	@Test
	void healthIsToldWithItsComponents() {
		var health = this.management.get("/actuator/health");
		assertThat(health.status()).isEqualTo(200);
		assertThat(health.json().path("status").stringValue("")).isEqualTo("UP");
		var roleBook = health.json().path("components").path("roleBook");
		assertThat(roleBook.path("status").stringValue("")).isEqualTo("UP");
		assertThat(roleBook.path("details").path("roles").intValue(0)).isEqualTo(6);
		assertThat(roleBook.path("details").path("deviceGroups").intValue(0)).isEqualTo(5);
		assertThat(roleBook.path("details").path("inForceSince").stringValue("")).endsWith("Z");
	}

	@ParameterizedTest
	@ValueSource(strings = { "readiness", "liveness" })
	void probesNeedNoSignIn(String probe) {
		var answer = this.management.get("/actuator/health/" + probe);
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.json().path("status").stringValue("")).isEqualTo("UP");
		assertThat(answer.header("Set-Cookie")).isEmpty();
	}

	@Test
	void aBrokenRoleBookIsSeenAndStopsNothing() {
		this.bff.keepRoleBook("roles: [{name: A, privileges: [Fly]}]");
		var health = this.management.get("/actuator/health");
		assertThat(health.status()).isEqualTo(200);
		assertThat(health.json().path("status").stringValue("")).isEqualTo("DEGRADED");
		var roleBook = health.json().path("components").path("roleBook");
		assertThat(roleBook.path("status").stringValue("")).isEqualTo("DEGRADED");
		assertThat(roleBook.path("details").path("mistakes").path(0).stringValue(""))
			.contains(":1:32: the role \"A\" has the privilege \"Fly\"");
		assertThat(this.management.get("/actuator/health/readiness").json().path("status").stringValue(""))
			.isEqualTo("UP");
		assertThat(this.management.get("/actuator/health/liveness").status()).isEqualTo(200);
		assertThat(isolate(this.bff.signIn(People.RUNE_RESPONDER), Machines.SERVER).status()).isEqualTo(201);
	}

	@Test
	void anotherRoleBookCountsAtOnceAndDriftIsCounted() {
		var alva = this.bff.signIn(People.ALVA_ANALYST);
		assertThat(isolate(alva, Machines.NORTH_WORKSTATION).reasons()).contains("PrivilegeMissing");
		var before = drift();
		this.bff.keepRoleBook(TOO_GENEROUS);
		assertThat(isolate(alva, Machines.NORTH_WORKSTATION).reasons()).containsExactly("RefusedUpstream");
		assertThat(drift()).isEqualTo(before + 1);
	}

	private double drift() {
		return this.management.get(DRIFT).status() == 404 ? 0
				: this.management.get(DRIFT).json().path("measurements").path(0).path("value").doubleValue(-1);
	}

	private static Client.Answer isolate(Client person, Machine machine) {
		return person.post("/api/machines/" + machine.id() + "/isolate",
				"{\"Comment\":\"INC-4711\",\"IsolationType\":\"Full\"}");
	}

	@Test
	void metricsNameNeitherDevicesNorPeople() {
		isolate(this.bff.signIn(People.RUNE_RESPONDER), Machines.SERVER);
		var names = this.management.get("/actuator/metrics").json().path("names").valueStream().toList();
		assertThat(names).extracting((name) -> name.stringValue(""))
			.contains("http.server.requests")
			.allSatisfy((name) -> assertThat(this.management.get("/actuator/metrics/" + name).body())
				.doesNotContain(Machines.SERVER.id(), People.RUNE_RESPONDER.objectId()));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/env", "/actuator/heapdump", "/actuator/threaddump",
			"/actuator/loggers", "/actuator/beans", "/actuator/configprops", "/actuator/mappings", "/actuator/shutdown",
			"/api/session", "/api/me", "/api/machines", "/login", "/", "/swagger-ui.html", "/v3/api-docs", "/error" })
	void nothingElseIsOnTheManagementPort(String path) {
		var answer = this.management.get(path);
		assertThat(answer.status()).isEqualTo(404);
		assertThat(answer.body()).doesNotContain("Defender");
	}

	@Test
	void nothingCanBeChangedThroughTheManagementPort() {
		var answer = this.management.send("POST", "/actuator/health", "{}");
		assertThat(answer.status()).isIn(404, 405);
		assertThat(this.management.send("DELETE", "/actuator/metrics", null).status()).isIn(404, 405);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/actuator", "/actuator/health", "/actuator/health/readiness", "/actuator/metrics",
			"/actuator/prometheus", "/livez", "/readyz" })
	void nothingOfItIsOnTheMainPort(String path) {
		assertProblem(this.bff.anonymous().get(path), 404, "not-found");
		assertProblem(this.bff.signIn(People.ADA_ADMIN).get(path), 404, "not-found");
	}

}
