package io.github.sandbox.defender;

import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/** Every operation of vulnerability management is as the catalogue says. */
class PostureCatalogueTests extends LookAlikeTest {

	private static final Set<String> WITHOUT_GROUP = Set.of("scores.exposure", "scores.configuration");

	private final Operations operations = Operations.of(new Estate(new Organisation(), this.clock));

	@Test
	void catalogueIsWhole() {
		assertThat(CatalogueRow.posture()).hasSize(52);
	}

	@ParameterizedTest
	@MethodSource("io.github.sandbox.defender.CatalogueRow#posture")
	void answersWhomMayWithDocumentedRows(CatalogueRow row) throws IOException {
		for (String scope : row.scopes()) {
			startAfresh();
			TestClient.Response response = call(as(People.ADA_ADMIN, scope), row);
			assertThat(response.status()).as(response.body()).isEqualTo(row.success());
			check(row, response);
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.sandbox.defender.CatalogueRow#posture")
	void answersApplicationsWithAnyOfTheRoles(CatalogueRow row) throws IOException {
		for (String role : row.roles()) {
			startAfresh();
			assertThat(call(with(this.tokens.ofApplication(role)), row).status()).isEqualTo(row.success());
		}
		assertThat(call(with(this.tokens.ofApplication("Machine.Isolate")), row).status()).isEqualTo(403);
	}

	@ParameterizedTest
	@MethodSource("io.github.sandbox.defender.CatalogueRow#posture")
	void refusesWithoutPrivilege(CatalogueRow row) throws IOException {
		TestClient.Response response = call(as(People.NILS_NOBODY, row.scopes().getFirst()), row);
		assertThat(response.status()).isEqualTo(403);
		assertThat(response.text("/error/message")).contains("lacks the role permission");
	}

	@ParameterizedTest
	@MethodSource("misprinted")
	void refusesMisprintedScopes(CatalogueRow row) throws IOException {
		String printed = String.join(" ", row.printedScopes()) + " Machine.Isolate";
		assertThat(call(as(People.ADA_ADMIN, printed), row).status()).isEqualTo(403);
	}

	static Stream<CatalogueRow> misprinted() {
		return CatalogueRow.posture().filter(CatalogueRow::misprinted);
	}

	/** The two rows of one route have different rates; the stricter holds. */
	@ParameterizedTest
	@MethodSource("io.github.sandbox.defender.CatalogueRow#posture")
	void limitsAsDocumented(CatalogueRow row) {
		String path = PostureExamples.path(row, this.clock.instant()).replaceFirst("\\?.*", "");
		Operation operation = this.operations.match(row.method(), path).operation();
		boolean shared = row.id().equals("deviceHealth.exportFiles");
		assertThat(operation.id()).isEqualTo(shared ? "informationGatheringAssessments.exportFiles" : row.id());
		assertThat(operation.rate().calls()).isEqualTo(shared ? 5 : row.perMinute());
		assertThat(operation.odata().none()).isEqualTo(!row.narrowed());
		if (row.narrowed()) {
			assertThat(operation.odata().maxTop()).isEqualTo(row.maxTop());
			assertThat(lower(operation.odata().filterable())).isEqualTo(row.filterable());
		}
	}

	private static Set<String> lower(Set<String> names) {
		return names.stream().map((name) -> name.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
	}

	private TestClient.Response call(TestClient client, CatalogueRow row) throws IOException {
		String path = PostureExamples.path(row, this.clock.instant());
		return switch (row.method()) {
			case "GET" -> client.get(path);
			case "PATCH" -> client.patch(path, PostureExamples.body(row));
			default -> client.post(path, PostureExamples.body(row));
		};
	}

	private static void check(CatalogueRow row, TestClient.Response response) {
		String returned = row.returns();
		if (returned.equals("Empty")) {
			assertThat(response.body()).isEmpty();
			return;
		}
		assertThat(response.text("/@odata.context")).startsWith("http");
		String entity = returned.replaceAll("Collection\\(|\\)", "");
		if (!returned.equals(entity)) {
			String pointer = row.id().equals("browserExtensions.permissionsInfo") ? "/value/0/value" : "/value";
			JsonNode rows = response.json().at(pointer);
			assertThat(rows.size()).isPositive();
			rows.forEach((object) -> DocumentedShape.check(object, entity));
			return;
		}
		Set<String> names = WITHOUT_GROUP.contains(row.id()) ? Set.of("score", "time") : DocumentedShape.names(entity);
		DocumentedShape.check(((ObjectNode) response.json()).without("@odata.context"), entity, names);
	}

}
