package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.Objects;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.client.OAuth2AuthorizedClient;
import org.springframework.security.oauth2.core.oidc.user.OidcUser;
import org.springframework.stereotype.Component;

/** Writes down what a completed sign-in says, as the first record of a session. */
@Component
final class SessionRecords {

	private final ResourceScopes scopes;

	private final SignInProperties signIn;

	private final GraphProperties graph;

	private final Clock clock;

	SessionRecords(ResourceScopes scopes, SignInProperties signIn, GraphProperties graph, Clock clock) {
		this.scopes = scopes;
		this.signIn = signIn;
		this.graph = graph;
		this.clock = clock;
	}

	SessionRecord of(SigningIn user, OAuth2AuthorizedClient client, SignInPurpose purpose, HttpServletRequest request) {
		var now = this.clock.instant();
		var person = person(user);
		var groupsElsewhere = this.graph.groupsFromGraph() && Groups.isOverage(user);
		var earlier = groupsElsewhere ? earlierGroups(person, purpose.before(), now) : null;
		var evidence = new Evidence(this.scopes.grant(user.scopeParameter(), now),
				(earlier != null) ? earlier : Groups.of(user, now), DirectoryRoles.of(user, now),
				user.getAuthenticatedAt());
		var tokens = TokenSet.of(client.getAccessToken(), client.getRefreshToken(), user.tokenParameters(), now);
		return new SessionRecord(person, evidence, tokens, now, user.getClaimAsString("login_hint"), stepUp(purpose),
				groupsElsewhere, SessionOrigin.of(user, request));
	}

	/**
	 * What the session before knew goes on being known, with its age, until told anew.
	 */
	private @Nullable Groups earlierGroups(Person person, @Nullable LiveSession before, Instant now) {
		return (before != null && before.record().groupsElsewhere()
				&& before.record().person().subject().equals(person.subject())
				&& before.record().evidence().groups() instanceof Groups.Known known
				&& now.isBefore(known.asOf().plus(this.signIn.absoluteTimeout()))) ? known : null;
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

}
