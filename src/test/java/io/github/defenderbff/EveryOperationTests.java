package io.github.defenderbff;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.sandbox.Sandbox;
import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

/**
 * Every operation of Defender's is called as the document's examples have it, by people
 * and applications who may and by those who may not.
 */
@OnSandbox
class EveryOperationTests {

	private final Bff bff;

	private final JsonNode document;

	EveryOperationTests(Bff bff) {
		this.bff = bff;
		this.document = bff.anonymous().get("/v3/api-docs").json();
	}

	private Stream<DocumentedOperation> operations() {
		return DocumentedOperation.in(this.document);
	}

	@TestFactory
	Stream<DynamicTest> answersWhoMay() {
		var ada = withEveryScope(People.ADA_ADMIN);
		return operations().filter((operation) -> !operation.scopes().isEmpty())
			.map((operation) -> dynamicTest(operation.id(), () -> {
				this.bff.sandbox().defender().reset();
				var answer = operation.call(ada);
				assertThat(answer.status()).as(answer.body()).isEqualTo(operation.success());
				assertThat(operation.faults(answer.body())).isEmpty();
			}));
	}

	@TestFactory
	Stream<DynamicTest> tellsWhoMayNotWhatIsMissing() {
		var nils = this.bff.signIn(People.NILS_NOBODY);
		var granted = granted(nils);
		return operations().map((operation) -> dynamicTest(operation.id(), () -> {
			this.bff.sandbox().defender().reset();
			var answer = operation.call(nils);
			Problems.assertProblem(answer, 403, "permission-denied");
			assertThat(answer.reasons()).containsExactlyInAnyOrderElementsOf(missing(operation, granted));
			assertThat(this.bff.sandbox().defender().requests()).isEmpty();
		}));
	}

	@TestFactory
	Stream<DynamicTest> isForApplicationsOnlyWhereNoScopeIsDocumented() {
		var ada = withEveryScope(People.ADA_ADMIN);
		return operations().filter((operation) -> operation.scopes().isEmpty())
			.map((operation) -> dynamicTest(operation.id(), () -> {
				var answer = operation.call(ada);
				Problems.assertProblem(answer, 403, "permission-denied");
				assertThat(answer.reasons()).containsExactly("ApplicationOnly");
			}));
	}

	@TestFactory
	Stream<DynamicTest> answersApplicationsWithAnyOneOfItsRoles() {
		return operations().flatMap((operation) -> operation.applicationRoles()
			.stream()
			.map((role) -> dynamicTest(operation.id() + " as " + role, () -> {
				this.bff.sandbox().defender().reset();
				var answer = operation.call(this.bff.daemon(role));
				assertThat(answer.status()).as(answer.body()).isEqualTo(operation.success());
				assertThat(operation.faults(answer.body())).isEmpty();
				assertThat(this.bff.sandbox().defender().requests())
					.allMatch((request) -> request.application() && Sandbox.CLIENT_ID.equals(request.objectId()));
			})));
	}

	@TestFactory
	Stream<DynamicTest> tellsApplicationsWhichRoleIsMissing() {
		var every = operations().flatMap((operation) -> operation.applicationRoles().stream())
			.collect(Collectors.toSet());
		return operations().map((operation) -> dynamicTest(operation.id(), () -> {
			this.bff.sandbox().defender().reset();
			var others = new TreeSet<>(every);
			others.removeAll(operation.applicationRoles());
			var answer = operation.call(this.bff.daemon(others.toArray(String[]::new)));
			Problems.assertProblem(answer, 403, "permission-denied");
			assertThat(answer.reasons()).containsExactly("ApplicationRoleMissing");
			assertThat(this.bff.sandbox().defender().requests()).isEmpty();
		}));
	}

	/** What somebody without any role lacks. */
	private static Set<String> missing(DocumentedOperation operation, Set<String> granted) {
		var missing = new TreeSet<String>();
		if (operation.scopes().isEmpty()) {
			missing.add("ApplicationOnly");
		}
		else if (operation.scopes().stream().noneMatch(granted::contains)) {
			missing.add("ScopeNotConsented");
		}
		if (!operation.scopes().isEmpty() && !operation.privileges().isEmpty()) {
			missing.add("PrivilegeMissing");
		}
		return missing;
	}

	private Client withEveryScope(Person person) {
		var client = this.bff.signIn(person);
		var missing = operations().flatMap((operation) -> operation.scopes().stream())
			.collect(Collectors.toCollection(TreeSet::new));
		missing.removeAll(granted(client));
		missing.forEach((scope) -> {
			try (var browser = client.browser()) {
				var page = browser.open(this.bff.address().resolve("/login/consent?scope=" + scope));
				assertThat(browser.press(page, "accept").status()).as(scope).isEqualTo(200);
			}
		});
		return client;
	}

	private static Set<String> granted(Client client) {
		return client.get("/api/me")
			.json()
			.path("grant")
			.path("values")
			.valueStream()
			.map(JsonNode::asString)
			.collect(Collectors.toSet());
	}

}
