package io.github.defenderbff.policy;

import java.util.List;

import io.github.defenderbff.policy.PolicyProperties.Group;
import io.github.defenderbff.policy.PolicyProperties.Role;
import io.github.defenderbff.policy.PolicyProperties.WhenUnproven;

/** The portal's pages as an operator transcribes them. */
final class TestRoleBooks {

	static final Role RESPONDER = role("Responder", List.of("responders"), "Active remediation actions");

	static final Role ANALYST = role("Analyst", List.of("analysts"), "View data", "Alerts investigation");

	static final Role ADMINISTRATOR = new Role("Administrator", List.of("Response (manage)"), List.of(),
			List.of("security-administrator"), true);

	static final Group SERVERS = new Group("Servers", 1, List.of("responders", "server-team"));

	static final Group LAPTOPS = new Group("Laptops", 2, List.of());

	private TestRoleBooks() {
	}

	static Role role(String name, List<String> groups, String... privileges) {
		return new Role(name, List.of(privileges), groups, List.of(), false);
	}

	/** Three roles and two device groups. */
	static PolicyProperties usual(WhenUnproven whenUnproven) {
		return new PolicyProperties(List.of(RESPONDER, ANALYST, ADMINISTRATOR), List.of(SERVERS, LAPTOPS),
				whenUnproven);
	}

	static PolicyProperties of(List<Role> roles, List<Group> deviceGroups) {
		return new PolicyProperties(roles, deviceGroups, WhenUnproven.DENY);
	}

	static Policy policy(PolicyProperties properties) {
		return new Policy(new RoleBook(properties), properties);
	}

}
