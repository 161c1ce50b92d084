package io.github.defenderbff.policy;

/** The role book in force; asked anew for every decision, since it may be replaced. */
@FunctionalInterface
interface CurrentRoleBook {

	RoleBook get();

}
