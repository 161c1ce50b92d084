package io.github.sandbox.organisation;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Who may do what, where. */
class OrganisationTests {

	private final Organisation organisation = new Organisation();

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			vera  | 2 | 3 5
			alva  | 3 | 3 4 5
			rune  | 5 | 2 3 4 5
			edda  | 5 | 1 5
			vigo  | 1 | 3 5
			ada   | 7 | 1 2 3 4 5
			olga  | 5 | 2 3 4 5
			nils  | 0 | 5
			""")
	void groupsDecidePrivilegesAndExposure(String alias, int privileges, String deviceGroups) {
		Person person = this.organisation.people()
			.stream()
			.filter((candidate) -> candidate.userPrincipalName().startsWith(alias + "@"))
			.findFirst()
			.orElseThrow();
		assertThat(this.organisation.privilegesOf(person)).hasSize(privileges);
		assertThat(this.organisation.exposureOf(person)
			.stream()
			.map((group) -> Integer.toString(group.id()))
			.collect(Collectors.toSet())).isEqualTo(Set.of(deviceGroups.split(" ")));
	}

	@Test
	void administratorMayDoEverythingAndTierOneOnlyLooks() {
		assertThat(this.organisation.grantsOf(People.ADA_ADMIN)).containsExactlyInAnyOrder(Privilege.values());
		assertThat(this.organisation.privilegesOf(People.VERA_VIEWER))
			.allMatch((privilege) -> privilege.startsWith("View data"));
	}

	@Test
	void furtherMachinesHaveIdentifiersOfTheirOwn() {
		List<Machine> further = Machines.furtherNorth(25_000);
		Set<String> used = new HashSet<>();
		Stream.concat(this.organisation.machines().stream(), further.stream())
			.forEach((machine) -> used.addAll(List.of(machine.id(), machine.macAddress(), machine.lastIpAddress())));
		assertThat(used).hasSize(3 * 25_040);
	}

	@Test
	void objectIdsAreNumbered() {
		assertThat(this.organisation.person("10000000-0000-4000-8000-000000000003")).contains(People.RUNE_RESPONDER);
	}

	@Test
	void identifiersAreUniqueAndOfTheRightForm() {
		assertThat(this.organisation.machines()).hasSize(40)
			.allMatch((machine) -> machine.id().matches("[0-9a-f]{40}"));
		assertThat(new HashSet<>(this.organisation.machines().stream().map(Machine::id).toList())).hasSize(40);
		assertThat(new HashSet<>(this.organisation.alerts().stream().map(Alert::id).toList())).hasSize(25);
	}

}
