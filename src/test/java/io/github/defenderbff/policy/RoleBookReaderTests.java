package io.github.defenderbff.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.defenderbff.policy.RoleBookFile.Content;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What an operator writes in a role book, and what it means. */
class RoleBookReaderTests {

	private static final String GROUP = "3f1e0c6a-0000-4000-8000-000000000001";

	private static RoleBook book(String text) {
		var reading = RoleBookReader.read("role-book.yml", new Content.Text(text));
		assertThat(reading).isInstanceOf(Reading.Sound.class);
		return ((Reading.Sound) reading).book();
	}

	private static Role role(RoleBook book, String name) {
		return book.roles().stream().filter((role) -> role.name().equals(name)).findFirst().orElseThrow();
	}

	@Test
	void readsRolesAndDeviceGroups() {
		var book = book("""
				roles:
				  - name: Responder
				    privileges:
				      - Active remediation actions - Security operations
				      - alerts (MANAGE)
				    groups: [3F1E0C6A-0000-4000-8000-000000000001]
				    directory-roles: [security reader, 11111111-0000-4000-8000-000000000001]
				    every-device: true
				device-groups:
				  - {name: Executives, rank: 1, groups: [3F1E0C6A-0000-4000-8000-000000000001]}
				  - {name: 2nd floor, rank: 2}
				""");
		assertThat(book.roles()).containsExactly(new Role("Responder",
				Set.of(Privilege.ACTIVE_REMEDIATION, Privilege.ALERTS_INVESTIGATION), List.of(GROUP),
				List.of("5d6b6bb7-de71-4623-b4af-96380a352509", "11111111-0000-4000-8000-000000000001"), true));
		assertThat(book.deviceGroups()).containsExactlyInAnyOrder(new DeviceGroup("Executives", 1, List.of(GROUP)),
				new DeviceGroup("2nd floor", 2, List.of()));
	}

	@Test
	void givesARoleWhatItIncludesAndNotItsHolders() {
		var book = book("""
				roles:
				  - name: Tier 3
				    includes: [Tier 2]
				    privileges: [Basic live response (manage)]
				  - name: Tier 2
				    includes: [Tier 1, Tier 1]
				    privileges: [Alerts investigation]
				  - name: Tier 1
				    privileges: [View data]
				    groups: [3f1e0c6a-0000-4000-8000-000000000001]
				    every-device: true
				""");
		assertThat(role(book, "Tier 3")).isEqualTo(new Role("Tier 3",
				Set.of(Privilege.LIVE_RESPONSE_BASIC, Privilege.ALERTS_INVESTIGATION, Privilege.VIEW_DATA), List.of(),
				List.of(), false));
		assertThat(role(book, "Tier 2").privileges()).containsOnly(Privilege.ALERTS_INVESTIGATION, Privilege.VIEW_DATA);
	}

	@Test
	void takesUnifiedPermissionsAsThePortalShowsThem() {
		var book = book("""
				roles:
				  - name: Operator
				    privileges:
				      - Security operations \\ Security data \\ Security data basics (read)
				      - Security operations\\Security data\\Response (manage)
				      - Security operations \\ Security data \\ File collection (manage)
				      - Secure Score (read)
				""");
		assertThat(role(book, "Operator").privileges()).containsOnly(Privilege.VIEW_DATA, Privilege.ACTIVE_REMEDIATION);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			basic   | Global Administrator, Security Administrator, Security Reader
			CLASSIC | Global Administrator, Security Administrator
			unified | Global Administrator, Security Administrator, Security Operator, Security Reader, Global Reader
			""")
	void knowsWhatDirectoryRolesAreWorthInEachModel(String model, String expected) {
		var roles = book("directory-roles: " + model).roles();
		assertThat(roles.stream()
			.map(Role::name)
			.map((name) -> name.replace(" (Entra)", ""))
			.collect(Collectors.joining(", "))).isEqualTo(expected);
		assertThat(roles).filteredOn((role) -> role.name().contains("Administrator"))
			.allMatch((role) -> role.everyDevice() && role.privileges().size() == Privilege.values().length);
		assertThat(roles).filteredOn((role) -> role.name().contains("Reader"))
			.allMatch((role) -> role.privileges()
				.equals(Set.of(Privilege.VIEW_DATA, Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT)));
	}

	@Test
	void letsARoleIncludeWhatADirectoryRoleGrants() {
		var book = book("""
				directory-roles: unified
				roles:
				  - name: Night shift
				    includes: [Security Reader (Entra)]
				""");
		assertThat(role(book, "Night shift").privileges()).containsOnly(Privilege.VIEW_DATA,
				Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT);
	}

	@Test
	void takesNothingFromDirectoryRolesUnlessTheModelIsStated() {
		assertThat(book("roles: [{name: Viewer, privileges: [View data]}]").roles()).extracting(Role::name)
			.containsExactly("Viewer");
	}

	@Test
	void takesAnchorsAndAByteOrderMark() {
		var book = book("""
				\uFEFFroles:
				  - name: Viewer
				    privileges: &view [View data]
				  - name: Other viewer
				    privileges: *view
				""");
		assertThat(role(book, "Other viewer").privileges()).containsOnly(Privilege.VIEW_DATA);
	}

}
