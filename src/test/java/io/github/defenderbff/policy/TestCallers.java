package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.Set;

import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.Grant;
import io.github.defenderbff.signin.Groups;
import io.github.defenderbff.signin.Person;
import io.github.defenderbff.signin.Scope;
import io.github.defenderbff.signin.Tokens;

/** People as the rule meets them. */
final class TestCallers {

	private static final Person ADA = new Person("tenant", "ada", "Ada", "ada@example.com");

	private static final Tokens NEVER_USED = () -> {
		throw new AssertionError("a decision needs no token");
	};

	private TestCallers() {
	}

	/** Somebody in these groups, with these scopes consented to. */
	static Caller caller(Set<String> groups, Scope... scopes) {
		return caller(new Groups.Known(groups), Set.of(), new Grant.Known(Set.of(scopes)));
	}

	/** Somebody whose groups the identity provider did not tell. */
	static Caller withUnknownGroups(Scope... scopes) {
		return caller(new Groups.Unknown("the ID token has no groups claim"), Set.of(),
				new Grant.Known(Set.of(scopes)));
	}

	/** Somebody whose scopes the identity provider did not tell. */
	static Caller withUnknownGrant(String... groups) {
		return caller(new Groups.Known(Set.of(groups)), Set.of(), new Grant.Unknown());
	}

	/** Somebody in no group, who holds a directory role. */
	static Caller withDirectoryRole(String role, Scope... scopes) {
		return caller(new Groups.Known(Set.of()), Set.of(role), new Grant.Known(Set.of(scopes)));
	}

	static Caller caller(Groups groups, Set<String> directoryRoles, Grant grant) {
		return new Caller(ADA, groups, directoryRoles, grant, Instant.EPOCH, NEVER_USED);
	}

}
