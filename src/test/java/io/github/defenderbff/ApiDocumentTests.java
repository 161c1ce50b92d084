package io.github.defenderbff;

import java.util.List;
import java.util.Locale;

import io.github.defenderbff.problem.ProblemType;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document as Swagger UI and generators read it. */
@OnSandbox
class ApiDocumentTests {

	private final Bff bff;

	private final JsonNode document;

	ApiDocumentTests(Bff bff) {
		this.bff = bff;
		this.document = bff.anonymous().get("/v3/api-docs").json();
	}

	@Test
	void isOpenApi31() {
		assertThat(this.document.path("openapi").stringValue("")).startsWith("3.1");
	}

	@Test
	void groupsOperationsByEntity() {
		var tags = this.document.path("tags").valueStream().map((tag) -> tag.path("name").stringValue(""));
		assertThat(tags).contains("Machines", "Machine actions", "Alerts", "Files", "Indicators", "Advanced hunting",
				"Me", "Session");
	}

	@Test
	void tellsWhatAnOperationRequires() {
		var isolate = this.document.path("paths").path("/api/machines/{id}/isolate").path("post");
		assertThat(isolate.path("operationId").stringValue()).isEqualTo("machines.isolate");
		assertThat(texts(isolate.path("x-required-scopes"))).containsExactly("Machine.Isolate");
		assertThat(texts(isolate.path("x-user-privileges")))
			.containsExactly("Active remediation actions - Security operations");
		assertThat(isolate.path("x-device-group-scoped").booleanValue()).isTrue();
		assertThat(isolate.path("description").stringValue("")).contains("Machine.Isolate", "Active remediation");
	}

	@Test
	void tellsHowPeopleAndApplicationsProveWhoTheyAre() {
		var paths = this.document.path("paths");
		assertThat(names(paths.path("/api/machines").path("get").path("security"))).containsExactly("session",
				"application");
		assertThat(names(paths.path("/api/machines/{id}/isolate").path("post").path("security")))
			.containsExactly("csrf session", "application");
		assertThat(names(paths.path("/api/me").path("get").path("security"))).containsExactly("session", "application");
		assertThat(paths.path("/api/session").path("get").path("security")).isEmpty();
		var bearer = this.document.path("components").path("securitySchemes").path("application");
		assertThat(bearer.path("scheme").stringValue("")).isEqualTo("bearer");
	}

	@Test
	void offersToApplicationsWhatIsNotForPeopleOnly() {
		var daemon = this.bff.daemon("Machine.Read.All");
		this.document.path("paths")
			.propertyStream()
			.forEach((path) -> path.getValue().propertyStream().forEach((method) -> {
				var answer = daemon.send(method.getKey().toUpperCase(Locale.ROOT),
						path.getKey().replaceAll("\\{\\w+}", "x"), null);
				assertThat(names(method.getValue().path("security")).contains("application")).as(path.getKey())
					.isNotEqualTo(answer.body().contains(":people-only"));
			}));
	}

	/** Each alternative by the names of what it takes together. */
	private static List<String> names(JsonNode security) {
		return security.valueStream().map((alternative) -> String.join(" ", alternative.propertyNames())).toList();
	}

	@Test
	void tellsTheProblemsOfEveryOperation() {
		assertThat(this.document.path("components").path("responses").propertyNames()).contains("Problem401",
				"Problem403", "Problem429");
		assertThat(this.document.path("paths").valueStream().flatMap(JsonNode::valueStream)).allSatisfy(
				(operation) -> assertThat(operation.path("responses").propertyNames()).contains("401", "403", "502"));
	}

	@Test
	void namesWhatTheServiceAnswersItselfAsItAnswers() {
		assertThat(schema("Session").path("properties").propertyNames())
			.contains("signed_in", "expires_at", "login_url")
			.noneMatch((name) -> name.matches(".*[A-Z].*"));
		assertThat(schema("ScopeNotConsented").path("properties").propertyNames()).contains("next_step", "consent_url");
		assertThat(schema("Me").path("properties").propertyNames()).contains("directory_roles", "authenticated_at");
	}

	@Test
	void requiresWhatCannotBeNullInOurOwnAnswersOnly() {
		assertThat(required("Session")).containsExactlyInAnyOrder("signed_in", "login_url", "logout_url", "csrf");
		assertThat(required("PermissionResult")).containsExactlyInAnyOrder("operation", "decision", "per_device",
				"reasons");
		assertThat(required("StepUpRequired")).containsExactlyInAnyOrder("type", "detail", "next_step", "maximum_age",
				"login_url");
		assertThat(required("Counts")).containsExactlyInAnyOrder("by", "counted", "complete");
		assertThat(required("Problem")).containsExactlyInAnyOrder("type", "title", "status");
		assertThat(required("ODataCollectionMachine")).containsExactly("value");
		assertThat(required("Machine")).isEmpty();
		assertThat(required("Hypothesis")).isEmpty();
		assertThat(required("Check")).containsExactly("operation");
	}

	@Test
	void listsTheKindsOfProblems() {
		assertThat(texts(schema("Problem").path("properties").path("type").path("x-extensible-enum")))
			.contains("urn:defender-bff:problem:permission-denied")
			.hasSize(ProblemType.values().length);
	}

	private List<String> required(String schema) {
		return texts(schema(schema).path("required"));
	}

	@Test
	void tellsReasonsApartByTheirType() {
		assertThat(schema("Reason").path("discriminator").path("propertyName").stringValue("")).isEqualTo("type");
		assertThat(schema("Reason").path("oneOf").size()).isEqualTo(9);
		assertThat(schema("NotKnown").path("properties").path("type").path("enum").toString())
			.isEqualTo("[\"NotKnown\"]");
	}

	@Test
	void showsPayloadsAsWhatTheyCarry() {
		assertThat(this.document.path("components").path("schemas").propertyNames())
			.contains("Machine", "MachineAction", "Alert")
			.noneMatch((name) -> name.startsWith("Payload") || name.startsWith("Body") || name.equals("ODataQuery"));
	}

	@Test
	void showsAnUploadAsAForm() {
		var upload = this.document.path("paths").path("/api/libraryfiles").path("post");
		assertThat(upload.path("parameters")).as("stray parameters").isEmpty();
		assertThat(upload.path("requestBody").path("content").propertyNames()).containsExactly("multipart/form-data");
		var form = schema("LibraryUpload").path("properties");
		assertThat(form.propertyNames()).containsExactlyInAnyOrder("File", "Description", "ParametersDescription",
				"OverrideIfExists", "HasParameters");
		assertThat(form.path("File").path("format").stringValue("")).isEqualTo("binary");
		assertThat(form.path("HasParameters").path("type").stringValue("")).isEqualTo("boolean");
	}

	@Test
	void showsAddressesAndTheirLimits() {
		var parameters = this.document.path("paths").path("/api/ips/{ip}/stats").path("get").path("parameters");
		assertThat(parameters.findValuesAsString("name")).containsExactly("ip", "lookBackHours");
		var hours = parameters.path(1);
		assertThat(hours.path("required").booleanValue()).isFalse();
		assertThat(hours.path("schema").path("maximum").intValue()).isEqualTo(720);
	}

	@Test
	void showsWhatAnswersWithoutABodyOrWithANumber() {
		var paths = this.document.path("paths");
		var delete = paths.path("/api/indicators/{id}").path("delete");
		assertThat(delete.path("operationId").stringValue("")).isEqualTo("indicators.delete");
		assertThat(delete.path("responses").path("204").path("content").isMissingNode()).isTrue();
		var count = paths.path("/api/machines/{id}/alerts/$count").path("get").path("responses").path("200");
		assertThat(count.findValuesAsString("type")).containsExactly("integer");
		assertThat(paths.path("/api/indicators/import").path("post").path("operationId").stringValue(""))
			.isEqualTo("indicators.import");
	}

	@Test
	void showsTheRowsOfAQueryAsOpenObjects() {
		var rows = schema("QueryResponse").path("properties").path("Results");
		assertThat(texts(rows.path("type"))).containsExactlyInAnyOrder("array", "null");
		assertThat(rows.path("items").path("type").stringValue("")).isEqualTo("object");
	}

	private JsonNode schema(String name) {
		return this.document.path("components").path("schemas").path(name);
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map((text) -> text.stringValue("")).toList();
	}

}
