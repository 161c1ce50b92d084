package io.github.sandbox.defender;

import java.io.IOException;
import java.time.Instant;
import java.util.Date;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who gets in, how far, and how a refusal looks. */
class AccessTests extends LookAlikeTest {

	private static final String NORTH = "/api/machines/" + Machines.NORTH_WORKSTATION.id();

	private static final String EXECUTIVE = "/api/machines/" + Machines.EXECUTIVE_LAPTOP.id();

	@Test
	void refusesCallWithoutToken() throws IOException {
		TestClient.Response response = with("").get("/api/machines");
		assertThat(response.status()).isEqualTo(401);
		assertThat(response.text("/error/code")).isEqualTo("Unauthorized");
		assertThat(response.text("/error/target")).hasSize(36);
	}

	@Test
	void refusesExpiredForeignAndForgedTokens() throws IOException {
		String expired = this.tokens.signed((claims) -> claims.claim("oid", People.ADA_ADMIN.objectId())
			.claim("scp", EVERYTHING)
			.expirationTime(Date.from(Instant.now().minusSeconds(60))));
		String audience = this.tokens
			.signed((claims) -> claims.audience("https://graph.microsoft.com").claim("scp", EVERYTHING));
		String tenant = this.tokens.signed((claims) -> claims.claim("tid", "other").claim("scp", EVERYTHING));
		String forged = this.tokens.of(People.ADA_ADMIN, EVERYTHING) + "x";
		for (String token : Set.of(expired, audience, tenant, forged, "rubbish")) {
			assertThat(with(token).get("/api/machines").status()).isEqualTo(401);
		}
	}

	@Test
	void refusesWrongScopeWithInternalText() throws IOException {
		TestClient.Response response = as(People.RUNE_RESPONDER, "Machine.Read").post(NORTH + "/isolate",
				"{\"Comment\":\"c\"}");
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.text("/error/message")).contains("Missing application roles", "Machine.Isolate")
			.contains(DefenderLookAlike.INTERNAL_TEXT);
	}

	@Test
	void refusesWhatTheRolesDoNotGrant() throws IOException {
		assertThat(as(People.VERA_VIEWER).post(NORTH + "/isolate", "{\"Comment\":\"c\"}").status()).isEqualTo(403);
		assertThat(as(People.VIGO_VULNS).get(NORTH).status()).isEqualTo(403);
		assertThat(as(People.VIGO_VULNS).get(NORTH + "/software").status()).isEqualTo(200);
		assertThat(as(People.NILS_NOBODY).get("/api/machines").status()).isEqualTo(403);
	}

	@ParameterizedTest
	@MethodSource("viewers")
	void filtersListByDeviceGroups(Person person) throws IOException {
		Organisation organisation = new Organisation();
		Set<String> expected = organisation.machines()
			.stream()
			.filter((machine) -> organisation.deviceGroupsOf(person).contains(machine.group().displayName()))
			.map(Machine::id)
			.collect(Collectors.toSet());
		Set<String> seen = as(person).get("/api/machines")
			.json()
			.path("value")
			.valueStream()
			.map((machine) -> machine.path("id").asString())
			.collect(Collectors.toSet());
		assertThat(seen).isEqualTo(expected).isNotEmpty();
	}

	static Set<Person> viewers() {
		return Set.of(People.VERA_VIEWER, People.ALVA_ANALYST, People.RUNE_RESPONDER, People.EDDA_EDGE,
				People.ADA_ADMIN, People.OLGA_OVERAGE);
	}

	@Test
	void hidesUnexposedDeviceFromReadsAndRefusesActionsOnIt() throws IOException {
		TestClient rune = as(People.RUNE_RESPONDER);
		assertThat(rune.get(EXECUTIVE).status()).isEqualTo(404);
		assertThat(rune.post(EXECUTIVE + "/isolate", "{\"Comment\":\"c\"}").status()).isEqualTo(403);
		assertThat(rune.post("/api/machines/" + "0".repeat(40) + "/isolate", "{\"Comment\":\"c\"}").status())
			.isEqualTo(404);
		assertThat(as(People.EDDA_EDGE).get(EXECUTIVE).status()).isEqualTo(200);
	}

	@Test
	void letsApplicationsUseOnlyTheirRolesButEverywhere() throws IOException {
		TestClient daemon = with(this.tokens.ofApplication("Machine.Read.All"));
		assertThat(daemon.get("/api/machines").json().path("value").size()).isEqualTo(40);
		assertThat(daemon.get("/api/alerts").status()).isEqualTo(403);
		assertThat(this.defender.requests()).extracting(ReceivedRequest::application).containsOnly(true);
		assertThat(as(People.ADA_ADMIN).get(NORTH + "/getmissingkbs").status()).isEqualTo(403);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			/API/Machines,                 200
			/api/v1.0/machines,            200
			/api/MACHINEACTIONS,           200
			/api/nothing,                  404
			/api/machines?$top=10001,      400
			/api/machines?$filter=nope,    400
			/api/machines?$orderby=id,     400
			""")
	void answersPathsWhateverTheirCase(String path, int status) throws IOException {
		assertThat(as(People.ADA_ADMIN).get(path).status()).isEqualTo(status);
	}

}
