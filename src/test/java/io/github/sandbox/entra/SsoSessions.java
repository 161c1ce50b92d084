package io.github.sandbox.entra;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.github.sandbox.organisation.Person;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The single sign-on sessions that have not ended. */
final class SsoSessions {

	private final Set<String> live = ConcurrentHashMap.newKeySet();

	SignedIn begin(Person person) {
		SignedIn session = new SignedIn(person, UUID.randomUUID().toString(), Instant.now());
		this.live.add(session.sid());
		return session;
	}

	void end(SignedIn session) {
		this.live.remove(session.sid());
	}

	void endAll() {
		this.live.clear();
	}

	/** The session of the current request's browser, if it has not ended. */
	Optional<SignedIn> current() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof SignedIn session
				&& this.live.contains(session.sid())) ? Optional.of(session) : Optional.empty();
	}

}
