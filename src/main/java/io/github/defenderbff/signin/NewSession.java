package io.github.defenderbff.signin;

import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.stereotype.Component;

/**
 * Turns a completed authorization-code exchange into a session. Whatever session the
 * browser had before ends here, so that its id cannot be carried over the change; and it
 * does not end, nor does another begin, where somebody else than its person came back.
 */
@Component
final class NewSession implements OAuth2AuthorizedClientRepository {

	private static final Logger log = LoggerFactory.getLogger(NewSession.class);

	private final SessionRecords records;

	private final Sessions sessions;

	private final ApplicationEventPublisher events;

	NewSession(SessionRecords records, Sessions sessions, ApplicationEventPublisher events) {
		this.records = records;
		this.sessions = sessions;
		this.events = events;
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		var user = (SigningIn) Objects.requireNonNull(principal.getPrincipal());
		var purpose = SignInPurpose.completedBy(request);
		var record = this.records.of(user, client, purpose, request);
		if (!purpose.isFor(record.person())) {
			throw new SomebodyElse();
		}
		this.sessions.peek(request).ifPresent((session) -> this.sessions.end(session, SessionEnd.REPLACED));
		var before = purpose.before();
		if (before != null) {
			this.sessions.end(before, SessionEnd.REPLACED);
		}
		this.sessions.begin(record, request, response).begin();
		this.events.publishEvent(new SessionChanged(record.person()));
		this.events.publishEvent(SignInEvent.SignedIn.of(record, purpose));
		log.info("Signed in: {}", record.person().objectId());
	}

	@Override
	@SuppressWarnings("TypeParameterUnusedInFormals")
	public <T extends OAuth2AuthorizedClient> @Nullable T loadAuthorizedClient(String registrationId,
			Authentication principal, HttpServletRequest request) {
		return null;
	}

	@Override
	public void removeAuthorizedClient(String registrationId, Authentication principal, HttpServletRequest request,
			HttpServletResponse response) {
		this.sessions.end(request, response, SessionEnd.NOT_RENEWED);
	}

	/** Who came back is not the person of the session that was to go on. */
	static final class SomebodyElse extends AuthenticationException {

		SomebodyElse() {
			super("somebody else signed in");
		}

	}

}
