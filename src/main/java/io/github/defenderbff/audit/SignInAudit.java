package io.github.defenderbff.audit;

import java.time.Clock;
import java.util.Collection;
import java.util.List;

import io.github.defenderbff.signin.Scope;
import io.github.defenderbff.signin.SessionEnd;
import io.github.defenderbff.signin.SignInEvent;
import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Writes who signed in, who could not, and how sessions ended. */
@Component
final class SignInAudit {

	private static final String OUTCOME = "event.outcome";

	private static final String REASON = "event.reason";

	private static final String SCOPES = "defender.scopes";

	private final Trail trail;

	private final Clock clock;

	SignInAudit(Trail trail, Clock clock) {
		this.trail = trail;
		this.clock = clock;
	}

	@EventListener
	void write(SignInEvent event) {
		this.trail.tell(switch (event) {
			case SignInEvent.SignedIn(var subject, var purpose, var scopes) -> entry(Action.SIGN_IN).by(subject)
				.with(OUTCOME, "success")
				.with("defender.purpose", purpose.word())
				.with(SCOPES, names(scopes));
			case SignInEvent.Failed(var subject, var reason) -> failed(Action.SIGN_IN_FAILED, subject, reason);
			case SignInEvent.TokenRefused(var reason) -> failed(Action.TOKEN_REFUSED, null, reason);
			case SignInEvent.Consented(var subject, var scopes) ->
				entry(Action.CONSENT).by(subject).with(OUTCOME, "success").with(SCOPES, names(scopes));
			case SignInEvent.ConsentRefused(var subject, var scopes, var reason) ->
				failed(Action.CONSENT_REFUSED, subject, reason).with(SCOPES, names(scopes));
			case SignInEvent.Ended(var subject, var why, var session) ->
				ended(why).by(subject).with(OUTCOME, "success").with(Trail.SESSION, session);
		});
	}

	private Entry entry(Action action) {
		return Entry.of(action, this.clock.instant());
	}

	private Entry failed(Action action, @Nullable Subject subject, String reason) {
		var entry = entry(action);
		return ((subject != null) ? entry.by(subject) : entry).with(OUTCOME, "failure").with(REASON, reason);
	}

	private Entry ended(SessionEnd why) {
		return (why == SessionEnd.SIGNED_OUT) ? entry(Action.SIGN_OUT)
				: entry(Action.SESSION_END).with(REASON, why.word());
	}

	private static @Nullable List<String> names(@Nullable Collection<Scope> scopes) {
		return (scopes != null) ? scopes.stream().map(Scope::value).sorted().toList() : null;
	}

}
