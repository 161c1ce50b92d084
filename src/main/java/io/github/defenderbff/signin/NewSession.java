package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.client.web.OAuth2AuthorizedClientRepository;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/**
 * Turns a completed authorization-code exchange into a session. Whatever session the
 * browser had before ends here, so that its id cannot be carried over the change.
 */
@Component
final class NewSession implements OAuth2AuthorizedClientRepository {

	private static final Logger log = LoggerFactory.getLogger(NewSession.class);

	private final TokenRenewal renewal;

	private final SignInProperties properties;

	private final Clock clock;

	private final ApplicationEventPublisher events;

	NewSession(TokenRenewal renewal, SignInProperties properties, Clock clock, ApplicationEventPublisher events) {
		this.renewal = renewal;
		this.properties = properties;
		this.clock = clock;
		this.events = events;
	}

	@Override
	public void saveAuthorizedClient(OAuth2AuthorizedClient client, Authentication principal,
			HttpServletRequest request, HttpServletResponse response) {
		var user = (SigningIn) Objects.requireNonNull(principal.getPrincipal());
		var purpose = SignInPurpose.completedBy(request);
		var now = this.clock.instant();
		var record = new SessionRecord(person(user), evidence(user, now),
				TokenSet.of(client.getAccessToken(), client.getRefreshToken()), now,
				user.getClaimAsString("login_hint"), stepUp(purpose));
		Sessions.end(request);
		var before = purpose.before();
		if (before != null) {
			before.end();
		}
		Sessions.begin(request, new LiveSession(record, this.renewal, this.clock, this.events));
		this.events.publishEvent(new SessionChanged(record.person()));
		log.info("Signed in: {}", record.person().objectId());
	}

	private static StepUp stepUp(SignInPurpose purpose) {
		var claims = purpose.claims();
		return (claims != null) ? new StepUp.Asked(claims, true) : new StepUp.None();
	}

	private static Person person(OidcUser user) {
		var objectId = Objects.requireNonNullElse(user.getClaimAsString("oid"), user.getSubject());
		var tenant = Objects.requireNonNullElse(user.getClaimAsString("tid"), String.valueOf(user.getIssuer()));
		var username = Objects.requireNonNullElse(user.getPreferredUsername(), objectId);
		return new Person(tenant, objectId, Objects.requireNonNullElse(user.getFullName(), username), username);
	}

	private Evidence evidence(SigningIn user, Instant now) {
		var grant = Grant.of(user.scopeParameter(), this.properties.resource(), now);
		return new Evidence(grant, Groups.of(user, now), DirectoryRoles.of(user, now), user.getAuthenticatedAt());
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
		Sessions.end(request);
	}

}
