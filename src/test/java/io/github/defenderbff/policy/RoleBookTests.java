package io.github.defenderbff.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.defenderbff.policy.PolicyProperties.Group;
import io.github.defenderbff.policy.RoleBook.Answer;
import io.github.defenderbff.problem.SettingProblem;
import io.github.defenderbff.signin.Grant;
import io.github.defenderbff.signin.Groups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.defenderbff.policy.TestCallers.caller;
import static io.github.defenderbff.policy.TestCallers.withDirectoryRole;
import static io.github.defenderbff.policy.TestCallers.withUnknownGroups;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The portal's pages, as the operator transcribed them. */
class RoleBookTests {

	private static RoleBook withRole(String... privileges) {
		return new RoleBook(
				TestRoleBooks.of(List.of(TestRoleBooks.role("Tier 1", List.of("g"), privileges)), List.of()));
	}

	private static void assertGrants(String name, Privilege privilege) {
		assertThat(withRole(name).grants(caller(Set.of("g")), List.of(privilege))).isEqualTo(Answer.yes());
	}

	@ParameterizedTest
	@EnumSource
	void understandsClassicAndUnifiedNamesInAnyCase(Privilege privilege) {
		for (var name : List.of(privilege.classicName(), privilege.unifiedName())) {
			assertGrants(name, privilege);
			assertGrants(name.toUpperCase(Locale.ROOT), privilege);
			assertGrants(" " + name.toLowerCase(Locale.ROOT) + " ", privilege);
		}
	}

	@Test
	void namesEachPrivilegeInTwoWaysOfItsOwn() {
		var names = Arrays.stream(Privilege.values())
			.flatMap((privilege) -> List.of(privilege.classicName(), privilege.unifiedName()).stream());
		assertThat(names).doesNotHaveDuplicates();
	}

	@Test
	void refusesAPrivilegeThatDefenderDoesNotKnow() {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> withRole("Alerts", "View data"))
			.withMessageContaining("\"Tier 1\"")
			.withMessageContaining("\"Alerts\"");
	}

	@ParameterizedTest
	@CsvSource({ "Servers, 1, Servers, 2", "Servers, 1, Laptops, 1", "Servers, 1, Servers, 1" })
	void refusesDeviceGroupsThatShareANameOrARank(String name, int rank, String otherName, int otherRank) {
		var groups = List.of(new Group(name, rank, List.of()), new Group(otherName, otherRank, List.of()));
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> new RoleBook(TestRoleBooks.of(List.of(), groups)))
			.withMessageContaining(otherName);
	}

	@Test
	void namesTheRolesOfACaller() {
		var book = new RoleBook(TestRoleBooks.usual(PolicyProperties.WhenUnproven.DENY));
		assertThat(book.rolesOf(caller(Set.of("responders", "analysts", "others")))).containsExactly("Responder",
				"Analyst");
		assertThat(book.rolesOf(withDirectoryRole("security-administrator"))).containsExactly("Administrator");
		assertThat(book.rolesOf(withUnknownGroups())).isEmpty();
	}

	@Test
	void mistakesNoGroupForADirectoryRole() {
		var book = new RoleBook(TestRoleBooks.usual(PolicyProperties.WhenUnproven.DENY));
		assertThat(book.rolesOf(caller(Set.of("security-administrator")))).isEmpty();
		assertThat(book.rolesOf(withDirectoryRole("responders"))).isEmpty();
	}

	@Test
	void knowsWhatADirectoryRoleGrantsEvenWhenGroupsAreUnknown() {
		var book = new RoleBook(TestRoleBooks.usual(PolicyProperties.WhenUnproven.DENY));
		var overage = new Groups.Unknown("overage");
		var administrator = TestCallers.caller(overage, Set.of("security-administrator"), new Grant.Unknown());
		assertThat(book.grants(administrator, List.of(Privilege.ACTIVE_REMEDIATION))).isEqualTo(Answer.yes());
		assertThat(book.exposes(administrator, "Servers")).isEqualTo(Answer.yes());
	}

	@Test
	void doesNotKnowTheExposureOfUnknownGroups() {
		var book = new RoleBook(TestRoleBooks.usual(PolicyProperties.WhenUnproven.DENY));
		assertThat(book.exposes(withUnknownGroups(), "Servers").kind()).isEqualTo(Answer.Kind.UNKNOWN);
		assertThat(book.exposes(withUnknownGroups(), "Laptops")).isEqualTo(Answer.yes());
	}

}
