package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.Set;

import org.jspecify.annotations.Nullable;

/**
 * Everything a session remembers; replaced as a whole, never changed in part.
 *
 * @param person who signed in
 * @param groups the person's groups, as old as the ID token
 * @param directoryRoles the person's Entra directory roles, as old as the ID token
 * @param grant the scopes in force
 * @param tokens the person's tokens
 * @param signedInAt when the session began
 * @param loginHint what spares the account picker at sign-out; null where not issued
 */
record SessionRecord(Person person, Groups groups, Set<String> directoryRoles, Grant grant, TokenSet tokens,
		Instant signedInAt, @Nullable String loginHint) {

	SessionRecord {
		directoryRoles = Set.copyOf(directoryRoles);
	}

	SessionRecord renewed(TokenSet newTokens, Grant newGrant) {
		return new SessionRecord(this.person, this.groups, this.directoryRoles, newGrant, newTokens, this.signedInAt,
				this.loginHint);
	}

	SessionRecord withoutTokens() {
		return renewed(TokenSet.NONE, this.grant);
	}

}
