package io.github.sandbox.entra;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The claims of a person. */
class ClaimsTests {

	private static final Set<Scope> SCOPES = Scope.all(List.of("openid", "profile", "email"));

	@Test
	void groupsAreListed() {
		assertThat(claimsOf(person(false))).containsEntry("groups", List.of("a group"))
			.doesNotContainKeys("_claim_names", "_claim_sources");
	}

	@Test
	void personWithTooManyGroupsHasNoGroupsClaim() {
		assertThat(claimsOf(person(true))).doesNotContainKey("groups")
			.containsEntry("_claim_names", Map.of("groups", "src1"))
			.containsKey("_claim_sources");
	}

	@Test
	void subjectIsPairwise() {
		SignedIn session = new SignedIn(person(false), "a session", Instant.now());
		assertThat(Claims.ofIdentity(session, "one app", SCOPES).get("sub"))
			.isNotEqualTo(Claims.ofIdentity(session, "another app", SCOPES).get("sub"));
	}

	@Test
	void nameNeedsTheProfileScope() {
		SignedIn session = new SignedIn(person(false), "a session", Instant.now());
		assertThat(Claims.ofIdentity(session, "an app", Scope.all(List.of("openid")))).containsKey("oid")
			.doesNotContainKeys("name", "preferred_username", "email");
	}

	private static Map<String, Object> claimsOf(Person person) {
		return Claims.ofIdentity(new SignedIn(person, "a session", Instant.now()), "an app", SCOPES);
	}

	private static Person person(boolean overage) {
		return new Person("20000000-0000-4000-8000-000000000001", "Olga Overage", "olga@nordhavn.example",
				"Belongs to very many groups.", Set.of("a group"), Set.of(), overage);
	}

}
