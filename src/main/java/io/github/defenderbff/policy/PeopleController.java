package io.github.defenderbff.policy;

import java.util.Locale;

import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.PersonSessions;
import io.github.defenderbff.signin.Subject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** Lets administrators sign somebody out, whose account or device is in wrong hands. */
@RestController
@Tag(name = "Session")
class PeopleController {

	private static final String OPERATION = "people.sessions.end";

	private final Administrators administrators;

	private final PersonSessions sessions;

	PeopleController(Administrators administrators, PersonSessions sessions) {
		this.administrators = administrators;
		this.sessions = sessions;
	}

	@DeleteMapping("/api/people/{id}/sessions")
	@Operation(operationId = OPERATION, summary = "End all sessions of a person",
			description = "For people whose roles grant **Manage portal system settings**. Whoever is signed out here "
					+ "can sign in again, unless the identity provider does not let them.")
	ResponseEntity<Ended> endSessions(
			@Parameter(description = "The person's object id at the identity provider") @PathVariable String id) {
		var person = new Subject(Subject.Kind.PERSON, Caller.current().subject().tenantId(), spelt(id));
		var ended = this.administrators.change(OPERATION, person.id(), () -> this.sessions.endAll(person));
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Ended(ended));
	}

	/** Ids of Entra are the same in upper case; others may not be. */
	private static String spelt(String id) {
		return id.matches("(?i)[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}") ? id.toLowerCase(Locale.ROOT) : id;
	}

	@Schema(name = "EndedSessions")
	record Ended(@Schema(description = "How many sessions there were") int ended) {

	}

}
