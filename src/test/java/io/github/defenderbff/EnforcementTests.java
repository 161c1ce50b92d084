package io.github.defenderbff;

import java.util.List;
import java.util.stream.Stream;

import io.github.defenderbff.Client.Answer;
import io.github.defenderbff.responsecache.Change;
import io.github.defenderbff.responsecache.ResponseCache;
import io.github.sandbox.organisation.Organisation;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * What people are told is what happens when they try: every person, every operation, as
 * the document's examples have it.
 */
@OnSandbox
class EnforcementTests {

	private final Bff bff;

	private final List<DocumentedOperation> operations;

	EnforcementTests(Bff bff) {
		this.bff = bff;
		this.operations = DocumentedOperation.in(bff.anonymous().get("/v3/api-docs").json()).toList();
	}

	@TestFactory
	Stream<DynamicTest> doesWhatPeopleAreTold() {
		return new Organisation().people().stream().map((person) -> dynamicTest(person.name(), () -> {
			var client = this.bff.signIn(person);
			try (var log = new LogCapture()) {
				for (var operation : this.operations) {
					this.bff.sandbox().defender().reset();
					this.bff.context().getBean(ResponseCache.class).forget(new Change.OfEverything());
					check(client, operation, log);
				}
			}
		}));
	}

	/** A read that a change before it depended on is in the audit already. */
	private static void check(Client client, DocumentedOperation operation, LogCapture log) {
		var told = told(client, operation);
		var kinds = kinds(told);
		var answer = operation.call(client);
		var refused = answer.problem().startsWith("permission-");
		switch (told.path("decision").asString()) {
			case "deny" -> assertDenied(operation, kinds, answer);
			case "permit" -> assertThat(refused && !isAboutAnotherDevice(answer)).as(operation.id()).isFalse();
			default -> assertThat(refused).as(operation.id()).isEqualTo(operation.changesSomething());
		}
		assertThat(log.records()).as("audit of " + operation.id())
			.anyMatch((line) -> line.contains(" audit") && line.contains("\"" + operation.id() + "\"")
					&& (!refused || kinds.stream().allMatch(line::contains)));
	}

	/** Reading what is hidden is like reading what is not there. */
	private static void assertDenied(DocumentedOperation operation, List<String> kinds, Answer answer) {
		if (!operation.changesSomething() && kinds.equals(List.of("DeviceNotExposed"))) {
			Problems.assertProblem(answer, 404, "not-found");
		}
		else {
			assertThat(answer.reasons()).as(operation.id()).isEqualTo(kinds);
		}
	}

	/** Which device an alert or an action belongs to, only its record says. */
	private static boolean isAboutAnotherDevice(Answer answer) {
		return answer.reasons().contains("DeviceNotExposed");
	}

	private static JsonNode told(Client client, DocumentedOperation operation) {
		var machine = operation.machine().map((id) -> ",\"machine\":\"" + id + "\"").orElse("");
		var check = "{\"checks\":[{\"operation\":\"" + operation.id() + "\"" + machine + "}]}";
		return client.post("/api/me/permissions/check", check).json().path("results").path(0);
	}

	private static List<String> kinds(JsonNode result) {
		return result.path("reasons").valueStream().map((reason) -> reason.path("type").asString()).toList();
	}

}
