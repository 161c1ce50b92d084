package io.github.defenderbff;

import java.time.Duration;
import java.util.function.Function;

import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The main job over real HTTP: sign in, see machines, isolate one, be told why not. */
@OnSandbox
class MainJobTests {

	private static final String COMMENT = "{\"Comment\":\"suspicious sign-ins\"}";

	private final Bff bff;

	MainJobTests(Bff bff) {
		this.bff = bff;
	}

	@Test
	void landsOnThePageThatWasAskedForAfterSignIn() {
		var page = this.bff.anonymous().signInAt("/login?returnTo=/api/me", People.RUNE_RESPONDER);
		assertThat(page.status()).isEqualTo(200);
		assertThat(page.body()).contains("0;url=/api/me");
	}

	@Test
	void responderListsMachinesAndOpensOne() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var machines = rune.get("/api/machines");
		assertThat(machines.status()).isEqualTo(200);
		var names = machines.json()
			.path("value")
			.valueStream()
			.map((row) -> row.path("rbacGroupName").stringValue(""))
			.distinct();
		assertThat(names).containsExactlyInAnyOrder("Servers", "Workstations North", "Workstations South",
				"Ungrouped devices");
		var machine = rune.get("/api/machines/" + Machines.SERVER.id());
		assertThat(machine.status()).isEqualTo(200);
		assertThat(machine.json().path("id").stringValue()).isEqualTo(Machines.SERVER.id());
	}

	@Test
	void responderIsolatesAMachineUnderTheirOwnName() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.bff.sandbox().defender().actionTiming(Duration.ZERO, Duration.ZERO);
		var isolation = rune.post("/api/machines/" + Machines.SERVER.id() + "/isolate",
				"{\"Comment\":\"suspicious sign-ins\",\"IsolationType\":\"Full\"}");
		assertThat(isolation.status()).isEqualTo(201);
		assertThat(isolation.json().path("requestor").stringValue()).isEqualTo("rune@nordhavn.example");
		assertThat(this.bff.sandbox().defender().isolated(Machines.SERVER.id())).isTrue();
		var action = rune.get("/api/machineactions/" + isolation.json().path("id").stringValue());
		assertThat(action.json().path("status").stringValue()).isEqualTo("Succeeded");
	}

	@Test
	void analystIsRefusedIsolationWithTheReason() {
		var alva = this.bff.signIn(People.ALVA_ANALYST);
		var refusal = alva.post(isolate(Machines.NORTH_WORKSTATION.id()), COMMENT);
		assertThat(refusal.status()).isEqualTo(403);
		assertThat(refusal.problem()).isEqualTo("permission-denied");
		assertThat(refusal.reasons()).containsExactly("PrivilegeMissing");
		assertThat(refusal.json().path("reasons").get(0).path("granted_by").valueStream().map(JsonNode::stringValue))
			.contains("Responder");
		assertThat(this.bff.sandbox().defender().requests()).noneMatch((request) -> request.method().equals("POST"));
	}

	@Test
	void appWithConsentCollectsThePackageForAPersonWithThePrivilegeOnAnExposedMachine() {
		var alva = this.bff.signIn(People.ALVA_ANALYST);
		assertThat(alva.post(collect(Machines.NORTH_WORKSTATION.id()), COMMENT).status()).isEqualTo(201);
	}

	@Test
	void nobodyCollectsThePackageWithoutThePrivilege() {
		var vera = this.bff.signIn(People.VERA_VIEWER);
		var refusal = vera.post(collect(Machines.NORTH_WORKSTATION.id()), COMMENT);
		assertThat(refusal.status()).isEqualTo(403);
		assertThat(refusal.reasons()).containsExactly("PrivilegeMissing");
	}

	@Test
	void nobodyCollectsThePackageOfAMachineOutsideTheirGroups() {
		var alva = this.bff.signIn(People.ALVA_ANALYST);
		var refusal = alva.post(collect(Machines.EXECUTIVE_LAPTOP.id()), COMMENT);
		assertThat(refusal.status()).isEqualTo(403);
		assertThat(refusal.reasons()).containsExactly("DeviceNotExposed");
		var absent = alva.post(collect("0123456789abcdef0123456789abcdef01234567"), COMMENT);
		assertThat(absent.status()).isEqualTo(403);
		assertThat(absent.reasons()).as("what is hidden looks like what is absent").containsExactly("DeviceNotExposed");
	}

	@Test
	void nobodyOffboardsWithoutTheConsentThatTheRefusalOffers() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		var path = "/api/machines/" + Machines.NORTH_WORKSTATION.id() + "/offboard";
		var refusal = ada.post(path, COMMENT);
		assertThat(refusal.status()).isEqualTo(403);
		assertThat(refusal.reasons()).containsExactly("ScopeNotConsented");
		var consent = refusal.json().path("reasons").get(0).path("consent_url").stringValue("");
		try (var browser = ada.browser()) {
			var page = browser.open(this.bff.address().resolve(consent + "&returnTo=/"));
			assertThat(browser.press(page, "accept").body()).contains("You are signed in");
		}
		assertThat(ada.post(path, COMMENT).status()).isEqualTo(200);
	}

	@Test
	void permissionsAreToldBeforeTheyAreTried() {
		var alva = this.bff.signIn(People.ALVA_ANALYST);
		var exposed = decisions(alva, "/api/me/permissions?machine=" + Machines.NORTH_WORKSTATION.id());
		assertThat(exposed.apply("machines.collectInvestigationPackage")).isEqualTo("permit");
		assertThat(exposed.apply("machines.isolate")).isEqualTo("deny");
		assertThat(exposed.apply("machines.missingKbs")).isEqualTo("deny");
		var hidden = decisions(alva, "/api/me/permissions?machine=" + Machines.EXECUTIVE_LAPTOP.id());
		assertThat(hidden.apply("machines.collectInvestigationPackage")).isEqualTo("deny");
		assertThat(hidden.apply("machines.list")).isEqualTo("permit");
	}

	@Test
	void personIsToldWhoTheyAreAndWhatIsUnknown() {
		this.bff.sandbox().entra().failGraph(503);
		var me = this.bff.signIn(People.OLGA_OVERAGE).get("/api/me").json();
		assertThat(me.path("person").path("object_id").stringValue()).isEqualTo(People.OLGA_OVERAGE.objectId());
		assertThat(me.path("groups").path("state").stringValue()).isEqualTo("unknown");
		assertThat(me.path("groups").path("why").stringValue()).contains("overage", "Graph answered 503");
		assertThat(me.path("grant").path("state").stringValue()).isEqualTo("known");
	}

	@Test
	void unknownGroupsLetReadButNotChange() {
		this.bff.sandbox().entra().failGraph(503);
		var olga = this.bff.signIn(People.OLGA_OVERAGE);
		assertThat(olga.get("/api/machines/" + Machines.SERVER.id()).status()).isEqualTo(200);
		var refusal = olga.post(isolate(Machines.SERVER.id()), COMMENT);
		assertThat(refusal.status()).isEqualTo(403);
		assertThat(refusal.problem()).isEqualTo("permission-unproven");
		assertThat(refusal.reasons()).containsOnly("NotKnown");
		assertThat(this.bff.sandbox().entra().graphRequests()).as("once a minute").hasSize(1);
	}

	@Test
	void personInTooManyGroupsForATokenMayDoWhatTheirGroupsMay() {
		var olga = this.bff.signIn(People.OLGA_OVERAGE);
		assertThat(olga.post(isolate(Machines.SERVER.id()), COMMENT).status()).isEqualTo(201);
		var refusal = olga.post(isolate(Machines.EXECUTIVE_LAPTOP.id()), COMMENT);
		assertThat(refusal.reasons()).containsExactly("DeviceNotExposed");
	}

	@Test
	void secondReadIsAnsweredWithoutAskingDefender() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var path = "/api/machines/" + Machines.SERVER.id();
		var first = rune.get(path);
		var second = rune.get(path);
		assertThat(second.header("Cache-Status")).startsWith("defender-bff; hit");
		assertThat(second.body()).isEqualTo(first.body());
		assertThat(this.bff.sandbox().defender().requests()).hasSize(1);
		assertThat(rune.get(path, "If-None-Match", second.header("ETag")).status()).isEqualTo(304);
	}

	@Test
	void changeIsSeenByTheNextRead() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var before = rune.get("/api/machineactions").json().path("value").size();
		rune.post(isolate(Machines.SERVER.id()), COMMENT);
		assertThat(rune.get("/api/machineactions").json().path("value").size()).isEqualTo(before + 1);
	}

	@Test
	void signedOutSessionIsGone() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var session = rune.cookie("session").orElseThrow();
		var goodbye = rune.post("/logout", "", "Accept", "application/json");
		assertThat(goodbye.json().path("end_session_url").stringValue(""))
			.startsWith(this.bff.sandbox().entra().issuer().resolve("/").toString());
		rune.cookie("session", session);
		assertThat(rune.get("/api/me").problem()).isEqualTo("session-expired");
	}

	private static String isolate(String machine) {
		return "/api/machines/" + machine + "/isolate";
	}

	private static String collect(String machine) {
		return "/api/machines/" + machine + "/collectInvestigationPackage";
	}

	private static Function<String, String> decisions(Client client, String path) {
		var results = client.get(path).json().path("results");
		return (operation) -> results.valueStream()
			.filter((result) -> result.path("operation").stringValue("").equals(operation))
			.map((result) -> result.path("decision").stringValue(""))
			.findFirst()
			.orElseThrow();
	}

}
