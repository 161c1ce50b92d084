package io.github.sandbox.entra;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

import io.github.sandbox.organisation.Person;

import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;

/** The single sign-on sessions that have not ended, and how old they pretend to be. */
final class SsoSessions {

	private final Map<String, SignedIn> live = new ConcurrentHashMap<>();

	private final Map<String, Duration> ages = new ConcurrentHashMap<>();

	SignedIn begin(Person person) {
		Duration age = this.ages.getOrDefault(person.objectId(), Duration.ZERO);
		SignedIn session = new SignedIn(person, UUID.randomUUID().toString(), Instant.now().minus(age));
		this.live.put(session.sid(), session);
		return session;
	}

	/** Makes the person's sessions this old, those to come included. */
	void age(String objectId, Duration age) {
		this.ages.put(objectId, age);
		this.live.replaceAll(
				(_, session) -> session.getName().equals(objectId) ? session.since(Instant.now().minus(age)) : session);
	}

	/** Makes a session as young as it is, because the app asked for a fresh one. */
	void renew(SignedIn session) {
		this.ages.remove(session.getName());
		this.live.computeIfPresent(session.sid(), (_, known) -> known.since(Instant.now()));
	}

	/** The session as it is now, or as it was when it ended. */
	SignedIn latest(SignedIn session) {
		return this.live.getOrDefault(session.sid(), session);
	}

	void end(SignedIn session) {
		this.live.remove(session.sid());
	}

	void endAll() {
		this.live.clear();
		this.ages.clear();
	}

	/** The session of the current request's browser, if it has not ended. */
	Optional<SignedIn> current() {
		Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
		return (authentication != null && authentication.getPrincipal() instanceof SignedIn session)
				? Optional.ofNullable(this.live.get(session.sid())) : Optional.empty();
	}

}
