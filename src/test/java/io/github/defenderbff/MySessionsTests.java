package io.github.defenderbff;

import java.util.List;

import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** How people, and administrators, look after sessions. */
@OnSandbox
class MySessionsTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private final Bff bff;

	MySessionsTests(Bff bff) {
		this.bff = bff;
	}

	private static List<JsonNode> sessions(Client client) {
		return client.get("/api/me/sessions").json().path("sessions").valueStream().toList();
	}

	private static String other(Client client) {
		return sessions(client).stream()
			.filter((session) -> !session.path("current").booleanValue(true))
			.findFirst()
			.orElseThrow()
			.path("id")
			.stringValue("");
	}

	private static int delete(Client client, String path) {
		return client.unsafe("DELETE", path).status();
	}

	@Test
	void peopleSeeWhereTheyAreSignedIn() {
		endAllOf(People.RUNE_RESPONDER.objectId());
		var first = this.bff.signIn(People.RUNE_RESPONDER);
		var second = this.bff.signIn(People.RUNE_RESPONDER);
		this.bff.signIn(People.ADA_ADMIN);
		assertThat(sessions(first)).hasSize(2)
			.allSatisfy((session) -> assertThat(session.propertyNames()).contains("id", "current", "signed_in_at",
					"last_used_at", "ends_at"))
			.filteredOn((session) -> session.path("current").booleanValue(false))
			.hasSize(1);
		assertThat(other(first)).isNotEqualTo(other(second)).isNotEqualTo(first.cookie("session").orElseThrow());
	}

	@Test
	void peopleEndASessionTheyLeftSomewhere() {
		endAllOf(People.RUNE_RESPONDER.objectId());
		var here = this.bff.signIn(People.RUNE_RESPONDER);
		var elsewhere = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(delete(here, "/api/me/sessions/" + other(here))).isEqualTo(204);
		Problems.assertProblem(elsewhere.get(MACHINE), 401, "session-expired");
		assertThat(here.get(MACHINE).status()).isEqualTo(200);
		assertThat(sessions(here)).hasSize(1);
	}

	@Test
	void peopleCannotEndSessionsOfOthers() {
		endAllOf(People.RUNE_RESPONDER.objectId());
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.bff.signIn(People.RUNE_RESPONDER);
		var ada = this.bff.signIn(People.ADA_ADMIN);
		Problems.assertProblem(ada.unsafe("DELETE", "/api/me/sessions/" + other(rune)), 404, "not-found");
		assertThat(sessions(rune)).hasSize(2);
	}

	@Test
	void endingTheCurrentOneTakesTheCookie() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var mine = sessions(rune).stream()
			.filter((session) -> session.path("current").booleanValue(false))
			.findFirst()
			.orElseThrow()
			.path("id")
			.stringValue("");
		assertThat(delete(rune, "/api/me/sessions/" + mine)).isEqualTo(204);
		assertThat(rune.cookie("session")).isEmpty();
		assertThat(rune.get(MACHINE).status()).isEqualTo(401);
	}

	private int endAllOf(String person) {
		var ended = this.bff.signIn(People.ADA_ADMIN).unsafe("DELETE", "/api/people/" + person + "/sessions");
		assertThat(ended.status()).isEqualTo(200);
		return ended.json().path("ended").intValue(-1);
	}

	@Test
	void administratorsEndAllSessionsOfAPerson() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var again = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(endAllOf(People.RUNE_RESPONDER.objectId())).isGreaterThanOrEqualTo(2);
		Problems.assertProblem(rune.get(MACHINE), 401, "session-expired");
		Problems.assertProblem(again.get(MACHINE), 401, "session-expired");
		assertThat(endAllOf(People.RUNE_RESPONDER.objectId())).isZero();
	}

	@Test
	void nobodyElseEndsSessionsOfAPerson() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var ada = this.bff.signIn(People.ADA_ADMIN);
		Problems.assertProblem(rune.unsafe("DELETE", "/api/people/" + People.ADA_ADMIN.objectId() + "/sessions"), 403,
				"permission-denied");
		assertThat(ada.get(MACHINE).status()).isEqualTo(200);
	}

	@Test
	void endingNeedsTheCsrfToken() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		Problems.assertProblem(rune.send("DELETE", "/api/me/sessions/any", null), 403, "csrf-token-invalid");
	}

}
