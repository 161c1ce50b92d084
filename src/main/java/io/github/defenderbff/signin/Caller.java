package io.github.defenderbff.signin;

import java.util.Set;
import java.util.function.Supplier;

import org.springframework.security.core.context.SecurityContextHolder;

/**
 * Who is behind a call. A person acts under delegated permissions, an application under
 * its own; there is no third kind, and neither ever turns into the other.
 */
public sealed interface Caller {

	/** Whom the call is made for. */
	Subject subject();

	/** What the caller's calls are made with. */
	Tokens tokens();

	/**
	 * A signed-in person, with the evidence a decision rests on.
	 *
	 * @param person who it is
	 * @param evidence what the identity provider said of them
	 * @param tokens what the person's calls are made with
	 */
	record Delegated(Person person, Evidence evidence, Tokens tokens) implements Caller {

		@Override
		public Subject subject() {
			return this.person.subject();
		}

	}

	/**
	 * A daemon without a person.
	 *
	 * @param tenantId its tenant
	 * @param clientId its client id
	 * @param roles the application roles of its token
	 * @param tokens what its calls are made with
	 */
	record Application(String tenantId, String clientId, Set<String> roles, Tokens tokens) implements Caller {

		public Application {
			roles = Set.copyOf(roles);
		}

		@Override
		public Subject subject() {
			return new Subject(Subject.Kind.APPLICATION, this.tenantId, this.clientId);
		}

	}

	/** Does something for a caller, whatever request the thread has, if any. */
	static <T> T as(Caller caller, Supplier<T> action) {
		return ScopedValue.where(Acting.FOR, caller).call(action::get);
	}

	/**
	 * Whom the current thread does something for: the caller of its request, if no other
	 * is named.
	 * @throws NotSignedIn if there is none
	 */
	static Caller current() {
		if (Acting.FOR.isBound()) {
			return Acting.FOR.get();
		}
		if (SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn) {
			return signedIn.getPrincipal();
		}
		throw new NotSignedIn();
	}

}
