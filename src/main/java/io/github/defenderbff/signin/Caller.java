package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.Set;

import org.springframework.security.core.context.SecurityContextHolder;

/**
 * The signed-in person behind a call, with the evidence a decision rests on.
 *
 * @param person who it is
 * @param groups the person's Entra groups
 * @param directoryRoles template ids of the person's Entra directory roles ({@code wids})
 * @param grant the delegated permissions in force
 * @param evidenceFrom when grant, groups and roles were stated by the identity provider
 * @param tokens what the person's calls are made with
 */
public record Caller(Person person, Groups groups, Set<String> directoryRoles, Grant grant, Instant evidenceFrom,
		Tokens tokens) {

	public Caller {
		directoryRoles = Set.copyOf(directoryRoles);
	}

	/**
	 * The caller of the current thread's request.
	 * @throws NotSignedIn if there is none
	 */
	public static Caller current() {
		if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
			return signedIn.getPrincipal();
		}
		throw new NotSignedIn();
	}

}
