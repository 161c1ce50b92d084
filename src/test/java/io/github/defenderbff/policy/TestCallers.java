package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.Set;

import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.DirectoryRoles;
import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Grant;
import io.github.defenderbff.signin.Groups;
import io.github.defenderbff.signin.Person;
import io.github.defenderbff.signin.Scope;
import io.github.defenderbff.signin.Tokens;

/** People and applications as the rule meets them. */
final class TestCallers {

	/** When the identity provider said all of it. */
	static final Instant AS_OF = Instant.EPOCH;

	private static final Person ADA = new Person("tenant", "ada", "Ada", "ada@example.com");

	private static final Tokens NEVER_USED = () -> {
		throw new AssertionError("a decision needs no token");
	};

	private TestCallers() {
	}

	static Groups groups(String... ids) {
		return new Groups.Known(Set.of(ids), AS_OF);
	}

	static DirectoryRoles directoryRoles(String... ids) {
		return new DirectoryRoles.Known(Set.of(ids), AS_OF);
	}

	static Grant grant(Scope... scopes) {
		return new Grant.Known(Set.of(scopes), AS_OF);
	}

	/** Somebody in these groups, with these scopes consented to. */
	static Caller.Delegated caller(Set<String> groups, Scope... scopes) {
		return caller(new Groups.Known(groups, AS_OF), directoryRoles(), grant(scopes));
	}

	/** Somebody whose groups the identity provider did not tell. */
	static Caller.Delegated withUnknownGroups(Scope... scopes) {
		return caller(new Groups.Unknown("the ID token has no groups claim"), directoryRoles(), grant(scopes));
	}

	/** Somebody whose scopes the identity provider did not tell. */
	static Caller.Delegated withUnknownGrant(String... groups) {
		return caller(groups(groups), directoryRoles(), new Grant.Unknown());
	}

	/** Somebody in no group, who holds a directory role. */
	static Caller.Delegated withDirectoryRole(String role, Scope... scopes) {
		return caller(groups(), directoryRoles(role), grant(scopes));
	}

	static Caller.Delegated caller(Groups groups, DirectoryRoles directoryRoles, Grant grant) {
		return caller(new Evidence(grant, groups, directoryRoles, AS_OF));
	}

	static Caller.Delegated caller(Evidence evidence) {
		return new Caller.Delegated(ADA, evidence, NEVER_USED);
	}

	/** A daemon with these application roles. */
	static Caller.Application application(String... roles) {
		return new Caller.Application("tenant", "night-watch", Set.of(roles), NEVER_USED);
	}

}
