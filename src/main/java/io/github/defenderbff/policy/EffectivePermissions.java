package io.github.defenderbff.policy;

import java.util.Set;

import io.github.defenderbff.signin.Scope;

/**
 * All that somebody may do and see, as a value: two people for whom it is equal get the
 * same answers from Defender, if the role book is a true transcript of the portal.
 *
 * @param scopes the delegated permissions in force
 * @param privileges what the person's roles allow
 * @param deviceGroups the names of the device groups the person is exposed to
 * @param roleBook the fingerprint of the role book that says so
 */
public record EffectivePermissions(Set<Scope> scopes, Set<Privilege> privileges, Set<String> deviceGroups,
		String roleBook) {

	public EffectivePermissions {
		scopes = Set.copyOf(scopes);
		privileges = Set.copyOf(privileges);
		deviceGroups = Set.copyOf(deviceGroups);
	}

}
