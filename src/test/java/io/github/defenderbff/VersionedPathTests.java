package io.github.defenderbff;

import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A path with Defender's version is the path without it, in every respect. */
@OnSandbox
class VersionedPathTests {

	private static final String MACHINE = "/" + Machines.SERVER.id();

	private static final String COMMENT = "{\"Comment\":\"why\"}";

	private final Bff bff;

	VersionedPathTests(Bff bff) {
		this.bff = bff;
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1.0/machines", "/API/V1.0/Machines", "/api/V1.0/MACHINES" })
	void versionMakesNoDifference(String path) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(rune.get(path).body()).isEqualTo(rune.get("/api/machines").body());
		assertThat(rune.get(path).header("Cache-Status")).startsWith("defender-bff; hit");
		assertThat(rune.get(path + "?$top=1").json().path("value").size()).isEqualTo(1);
		Problems.assertProblem(rune.get(path + "?$orderby=id"), 400, "invalid-parameter");
		assertThat(rune.post(path + MACHINE + "/isolate", COMMENT).status()).isEqualTo(201);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1.0/machines", "/API/V1.0/Machines" })
	void securityIsTheSame(String path) {
		Problems.assertProblem(this.bff.anonymous().get(path), 401, "not-signed-in");
		Problems.assertProblem(this.bff.anonymous().post(path + MACHINE + "/isolate", COMMENT), 401, "not-signed-in");
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		Problems.assertProblem(rune.send("POST", path + MACHINE + "/isolate", COMMENT), 403, "csrf-token-invalid");
		Problems.assertProblem(rune.get(path, "Sec-Fetch-Site", "cross-site"), 403, "cross-site-request");
		var vera = this.bff.signIn(People.VERA_VIEWER);
		var refusal = vera.post(path + MACHINE + "/isolate", COMMENT);
		Problems.assertProblem(refusal, 403, "permission-denied");
		assertThat(refusal.json().path("instance").stringValue(path + MACHINE + "/isolate"))
			.containsIgnoringCase(MACHINE + "/isolate");
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1.0", "/api/v1.0/", "/api/v2.0/machines", "/api/v1/machines", "/api/v1.00/machines",
			"/api/v1.0/v1.0/machines", "/v1.0/machines", "/api/machines/v1.0/x" })
	void otherVersionsAreNotThere(String path) {
		Problems.assertProblem(this.bff.signIn(People.RUNE_RESPONDER).get(path), 404, "not-found");
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/v1.0/..", "/api/v1.0/%2e%2e/x", "/api/v1.0/../machines", "/api/v1.0/..%2fmachines",
			"/api/v1.0//machines", "/api/v1.0/;x/machines", "/api/v1%2E0/../me" })
	void tricksAreRefused(String path) {
		assertThat(this.bff.signIn(People.RUNE_RESPONDER).get(path).status()).isEqualTo(400);
	}

	@Test
	void ownResourcesAreNoneOfDefenders() {
		assertThat(this.bff.anonymous().get("/api/v1.0/me").status()).isEqualTo(401);
	}

}
