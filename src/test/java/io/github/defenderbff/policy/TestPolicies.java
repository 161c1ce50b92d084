package io.github.defenderbff.policy;

import java.util.List;

/** Rules for the tests of other modules. */
public final class TestPolicies {

	/** A device group that is open to everybody under {@link #withoutRoles()}. */
	public static final String OPEN_GROUP = "Laptops";

	private TestPolicies() {
	}

	/** No role is known, and one device group, which is open to everybody. */
	public static Policy withoutRoles() {
		return TestRoleBooks.policy(TestRoleBooks.of(List.of(), List.of(TestRoleBooks.LAPTOPS)));
	}

}
