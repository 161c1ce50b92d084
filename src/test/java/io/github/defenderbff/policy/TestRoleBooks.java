package io.github.defenderbff.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The portal's pages as an operator transcribes them. */
final class TestRoleBooks {

	static final Role RESPONDER = role("Responder", List.of("responders"), Privilege.ACTIVE_REMEDIATION);

	static final Role ANALYST = role("Analyst", List.of("analysts"), Privilege.VIEW_DATA,
			Privilege.ALERTS_INVESTIGATION);

	static final Role ADMINISTRATOR = new Role("Administrator", Set.of(Privilege.ACTIVE_REMEDIATION), List.of(),
			List.of("security-administrator"), true);

	static final DeviceGroup SERVERS = new DeviceGroup("Servers", 1, List.of("responders", "server-team"));

	static final DeviceGroup LAPTOPS = new DeviceGroup("Laptops", 2, List.of());

	/** Three roles and two device groups. */
	static final RoleBook USUAL = new RoleBook(List.of(RESPONDER, ANALYST, ADMINISTRATOR), List.of(SERVERS, LAPTOPS));

	private TestRoleBooks() {
	}

	static Role role(String name, List<String> groups, Privilege... privileges) {
		var granted = EnumSet.noneOf(Privilege.class);
		granted.addAll(List.of(privileges));
		return new Role(name, granted, groups, List.of(), false);
	}

}
