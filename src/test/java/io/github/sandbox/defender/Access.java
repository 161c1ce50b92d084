package io.github.sandbox.defender;

import java.util.Set;

import io.github.sandbox.organisation.Privilege;

/**
 * What an operation asks of its caller; within each set, one suffices.
 *
 * @param scopes the delegated permissions; none means that users cannot call it
 * @param roles the application permissions
 * @param privileges what the person's Defender roles must grant; none means the
 * documentation names none
 */
record Access(Set<String> scopes, Set<String> roles, Set<Privilege> privileges) {

	static Access anyScope(String... scopes) {
		return new Access(Set.of(scopes), Set.of(scopes), Set.of());
	}

	static Access applicationOnly(String... roles) {
		return new Access(Set.of(), Set.of(roles), Set.of());
	}

	Access roles(String... roles) {
		return new Access(this.scopes, Set.of(roles), this.privileges);
	}

	Access privileges(Privilege... privileges) {
		return new Access(this.scopes, this.roles, Set.of(privileges));
	}

}
