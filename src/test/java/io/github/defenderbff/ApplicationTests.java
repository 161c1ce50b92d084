package io.github.defenderbff;

import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

import io.github.defenderbff.relay.DefenderApi;
import io.github.sandbox.Sandbox;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.defender.ReceivedRequest;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * An application without a person has its own roles in full, and nothing of anybody's.
 */
@OnSandbox
class ApplicationTests {

	private static final String COMMENT = "{\"Comment\":\"night watch\"}";

	private static final String ISOLATE = "/api/machines/" + Machines.EXECUTIVE_LAPTOP.id() + "/isolate";

	private static final Set<String> ABOUT_THE_CALLER = Set.of("/api/me", "/api/me/permissions",
			"/api/me/permissions/check");

	private final Bff bff;

	private final DefenderLookAlike defender;

	ApplicationTests(Bff bff) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
	}

	@Test
	void callsWithATokenOfTheProvidersTokenEndpoint() {
		var provider = new Client(this.bff.sandbox().entra().issuer().resolve("/"));
		var endpoint = URI
			.create(new Client(this.bff.sandbox().entra().issuer()).get("/.well-known/openid-configuration")
				.json()
				.path("token_endpoint")
				.stringValue(""));
		var form = "grant_type=client_credentials&client_id=%s&client_secret=%s&scope=api://%s/.default"
			.formatted(Sandbox.DAEMON_CLIENT_ID, Sandbox.DAEMON_CLIENT_SECRET, Sandbox.CLIENT_ID);
		var token = provider
			.send("POST", endpoint.getPath().substring(1), form, "Content-Type", "application/x-www-form-urlencoded")
			.json()
			.path("access_token")
			.stringValue("");
		assertThat(this.bff.withToken(token).get("/api/machines").status()).isEqualTo(200);
	}

	@Test
	void seesAndChangesEveryDeviceWhateverTheDeviceGroups() {
		var daemon = this.bff.daemon("Machine.Read.All", "Machine.Isolate");
		var groups = daemon.get("/api/machines").json().path("value").findValuesAsString("rbacGroupName");
		assertThat(groups).contains("Executives", "Servers", "Workstations North", "Workstations South");
		assertThat(daemon.post(ISOLATE, COMMENT).status()).isEqualTo(201);
		assertThat(this.defender.requests()).as("no device was looked up for the change")
			.extracting(ReceivedRequest::method)
			.containsExactly("GET", "POST");
	}

	@Test
	void defenderSeesTheServiceAndNotTheApplication() {
		this.bff.daemon("Machine.Read.All").get("/api/machines?$top=3");
		assertThat(this.defender.requests()).singleElement().satisfies((request) -> {
			assertThat(request.application()).isTrue();
			assertThat(request.objectId()).isEqualTo(Sandbox.CLIENT_ID);
		});
	}

	@Test
	void isRefusedWithoutTheRoleWhateverTheServiceItselfMay() {
		var refusal = this.bff.daemon("Machine.Read.All", "Machine.Isolate")
			.send("PATCH", "/api/alerts/" + Alerts.NORTH_ALERT.id(), "{\"status\":\"Resolved\"}");
		Problems.assertProblem(refusal, 403, "permission-denied");
		assertThat(refusal.reasons()).containsExactly("ApplicationRoleMissing");
		assertThat(refusal.json().path("reasons").get(0).path("any_of").get(0).stringValue())
			.isEqualTo("Alert.ReadWrite.All");
		assertThat(this.defender.requests()).isEmpty();
	}

	@Test
	void isToldWhenTheServiceItselfMayNot() {
		this.defender.failNext(Fault.status(403, "Forbidden"));
		var daemon = this.bff.daemon("Score.Read.All");
		var refusal = daemon.get("/api/exposureScore");
		Problems.assertProblem(refusal, 403, "refused-upstream");
		Problems.assertProblem(daemon.get("/api/exposureScore"), 403, "permission-denied");
		assertThat(this.defender.requests()).hasSize(1);
		assertThat(this.bff.daemon("Score.Read.All").get("/api/exposureScore").status()).isEqualTo(200);
		assertThat(refusal.json().path("reasons").get(0).path("next_step").stringValue(""))
			.contains("this service's own application permissions");
	}

	@Test
	void isToldWhoItIs() {
		var me = this.bff.nightWatch("Machine.Read.All", "Alert.Read.All").get("/api/me").json();
		assertThat(me.path("application").path("client_id").stringValue()).isEqualTo(Sandbox.DAEMON_CLIENT_ID);
		assertThat(me.path("application").path("tenant_id").stringValue()).isEqualTo(Organisation.TENANT_ID);
		assertThat(me.path("roles").valueStream().map((role) -> role.stringValue(""))).containsExactly("Alert.Read.All",
				"Machine.Read.All");
		assertThat(me.has("person")).isFalse();
	}

	@Test
	void isToldWhatItMayAsItIsEnforcedAndWithoutAskingDefender() {
		var daemon = this.bff.daemon("Machine.Isolate", "Software.Read.All");
		var path = "/api/me/permissions?machine=" + Machines.EXECUTIVE_LAPTOP.id();
		var permitted = daemon.get(path)
			.json()
			.path("results")
			.valueStream()
			.filter((result) -> result.path("decision").stringValue("").equals("permit"))
			.map((result) -> result.path("operation").stringValue(""));
		assertThat(permitted).contains("machines.isolate", "machines.missingKbs", "machines.software")
			.doesNotContain("machines.get", "machines.offboard");
		var check = daemon.post("/api/me/permissions/check", """
				{"checks":[{"operation":"machines.isolate","machine":"%s"},{"operation":"machines.get"}]}"""
			.formatted(Machines.EXECUTIVE_LAPTOP.id()));
		assertThat(check.json().path("results").findValuesAsString("decision")).containsExactly("permit", "deny");
		assertThat(this.defender.requests()).isEmpty();
	}

	@Test
	void hasNoSession() {
		var answers = List.of(this.bff.daemon("Machine.Read.All").get("/api/me"),
				this.bff.daemon("Machine.Isolate").post(ISOLATE, COMMENT),
				this.bff.daemon("Machine.Read.All").get("/api/session"), this.bff.withToken("bad").get("/api/me"));
		assertThat(answers)
			.allSatisfy((answer) -> assertThat(answer.response().headers().allValues("Set-Cookie")).isEmpty());
	}

	@Test
	void everythingThatIsNotDefendersAndNotAboutTheCallerIsForPeople() {
		var mappings = this.bff.context().getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class);
		var daemon = this.bff.daemon("Machine.Read.All");
		mappings.getHandlerMethods().forEach((mapping, handler) -> {
			var path = mapping.getPatternValues().iterator().next();
			if (path.startsWith("/api/") && !isDefenders(handler) && !ABOUT_THE_CALLER.contains(path)) {
				Problems.assertProblem(daemon.get(path.replaceAll("\\{(\\w+)(:[^/]*)?}", "$1")), 403, "people-only");
			}
		});
	}

	/** What Defender answers, or is made of its answers, or of orders to it. */
	private static boolean isDefenders(HandlerMethod handler) {
		var module = handler.getBeanType().getPackageName();
		return Stream.of(".defender", ".views", ".bulk", ".hunting").anyMatch(module::endsWith)
				|| AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), DefenderApi.class);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/session", "/API/Session", "/api/me/sessions", "/api/policy/simulate", "/login",
			"/login/consent?scope=Machine.Isolate", "/login/oauth2/code/defender?code=a&state=b", "/logout" })
	void whatBelongsToASessionIsNotForIt(String path) {
		Problems.assertProblem(this.bff.daemon("Machine.Read.All").get(path), 403, "people-only");
		Problems.assertProblem(this.bff.withToken("bad").get(path), 401, "invalid-token");
	}

	@Test
	void findsNothingWhereThereIsNothing() {
		Problems.assertProblem(this.bff.daemon("Machine.Read.All").get("/api/nothing"), 404, "not-found");
	}

}
