package io.github.defenderbff.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import io.github.defenderbff.signin.Grant;
import io.github.defenderbff.signin.Groups;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import static io.github.defenderbff.policy.TestCallers.caller;
import static io.github.defenderbff.policy.TestCallers.withDirectoryRole;
import static io.github.defenderbff.policy.TestCallers.withUnknownGroups;
import static org.assertj.core.api.Assertions.assertThat;

/** The portal's pages, as the operator transcribed them. */
class RoleBookTests {

	@ParameterizedTest
	@EnumSource
	void understandsClassicAndUnifiedNamesInAnyCase(Privilege privilege) {
		for (var name : List.of(privilege.classicName(), privilege.unifiedName())) {
			assertThat(Privilege.named(name)).contains(privilege);
			assertThat(Privilege.named(name.toUpperCase(Locale.ROOT))).contains(privilege);
			assertThat(Privilege.named(" " + name.toLowerCase(Locale.ROOT) + " ")).contains(privilege);
		}
	}

	@Test
	void namesEachPrivilegeInTwoWaysOfItsOwn() {
		var names = Arrays.stream(Privilege.values())
			.flatMap((privilege) -> List.of(privilege.classicName(), privilege.unifiedName()).stream());
		assertThat(names).doesNotHaveDuplicates();
	}

	@Test
	void namesTheRolesOfACaller() {
		var book = TestRoleBooks.USUAL;
		assertThat(book.rolesOf(caller(Set.of("responders", "analysts", "others")).evidence()))
			.containsExactly("Responder", "Analyst");
		assertThat(book.rolesOf(withDirectoryRole("security-administrator").evidence()))
			.containsExactly("Administrator");
		assertThat(book.rolesOf(withUnknownGroups().evidence())).isEmpty();
	}

	@Test
	void mistakesNoGroupForADirectoryRole() {
		var book = TestRoleBooks.USUAL;
		assertThat(book.rolesOf(caller(Set.of("security-administrator")).evidence())).isEmpty();
		assertThat(book.rolesOf(withDirectoryRole("responders").evidence())).isEmpty();
	}

	@Test
	void knowsWhatADirectoryRoleGrantsEvenWhenGroupsAreUnknown() {
		var book = TestRoleBooks.USUAL;
		var overage = new Groups.Unknown("overage");
		var administrator = TestCallers
			.caller(overage, TestCallers.directoryRoles("security-administrator"), new Grant.Unknown())
			.evidence();
		assertThat(book.grants(administrator, List.of(Privilege.ACTIVE_REMEDIATION))).isEqualTo(Answer.yes());
		assertThat(book.exposes(administrator, "Servers")).isEqualTo(Answer.yes());
	}

	@Test
	void doesNotKnowTheExposureOfUnknownGroups() {
		var book = TestRoleBooks.USUAL;
		assertThat(book.exposes(withUnknownGroups().evidence(), "Servers")).isInstanceOf(Answer.Unknown.class);
		assertThat(book.exposes(withUnknownGroups().evidence(), "Laptops")).isEqualTo(Answer.yes());
	}

}
