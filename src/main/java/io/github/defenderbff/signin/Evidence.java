package io.github.defenderbff.signin;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

/**
 * What the identity provider said of a person, each part known or not, and as old as it
 * says.
 *
 * @param grant the delegated permissions in force
 * @param groups the person's Entra groups
 * @param directoryRoles the person's Entra directory roles
 * @param authenticatedAt when the person last proved who they are ({@code auth_time});
 * null where the provider does not say
 */
public record Evidence(Grant grant, Groups groups, DirectoryRoles directoryRoles, @Nullable Instant authenticatedAt) {

	Evidence with(Grant newGrant) {
		return new Evidence(newGrant, this.groups, this.directoryRoles, this.authenticatedAt);
	}

	Evidence with(Groups newGroups) {
		return new Evidence(this.grant, newGroups, this.directoryRoles, this.authenticatedAt);
	}

}
