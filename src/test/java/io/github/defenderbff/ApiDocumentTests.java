package io.github.defenderbff;

import java.util.List;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/** The OpenAPI document as Swagger UI and generators read it. */
@OnSandbox
class ApiDocumentTests {

	private final JsonNode document;

	ApiDocumentTests(Bff bff) {
		this.document = bff.anonymous().get("/v3/api-docs").json();
	}

	@Test
	void isOpenApi31() {
		assertThat(this.document.path("openapi").stringValue("")).startsWith("3.1");
	}

	@Test
	void groupsOperationsByEntity() {
		var tags = this.document.path("tags").valueStream().map((tag) -> tag.path("name").stringValue(""));
		assertThat(tags).contains("Machines", "Machine actions", "Alerts", "Me", "Session");
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
	void tellsTheProblemsOfEveryOperation() {
		assertThat(this.document.path("components").path("responses").propertyNames()).contains("Problem401",
				"Problem403", "Problem429");
		assertThat(this.document.path("paths").valueStream().flatMap(JsonNode::valueStream)).allSatisfy(
				(operation) -> assertThat(operation.path("responses").propertyNames()).contains("401", "403", "502"));
	}

	@Test
	void showsPayloadsAsWhatTheyCarry() {
		assertThat(this.document.path("components").path("schemas").propertyNames())
			.contains("Machine", "MachineAction", "Alert")
			.noneMatch((name) -> name.startsWith("Payload") || name.startsWith("Body") || name.equals("ODataQuery"));
	}

	private static List<String> texts(JsonNode array) {
		return array.valueStream().map((text) -> text.stringValue("")).toList();
	}

}
