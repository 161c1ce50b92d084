package io.github.sandbox.keycloak;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

import tools.jackson.databind.json.JsonMapper;

import io.github.sandbox.organisation.EntraGroup;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;

/**
 * A realm as Keycloak imports it: the service as a client that must use PKCE and ask for
 * consent, the scopes of Defender, and the company's people. Every refresh token is good
 * once.
 *
 * @param name the realm's name, the last part of its issuer
 * @param apps the addresses of the services that sign people in
 * @param scopes the scopes of Defender, with short names
 * @param organisation whose people there are
 */
record KeycloakRealm(String name, List<URI> apps, Collection<String> scopes, Organisation organisation) {

	/** The realm whose tokens Defender takes. */
	static final String COMPANY = "security";

	static final String CLIENT_ID = "defender-bff";

	static final String CLIENT_SECRET = "keycloak-secret";

	static final String PASSWORD = "nordhavn";

	private static final String RESOURCE = "https://api.securitycenter.microsoft.com";

	String json() {
		return JsonMapper.builder()
			.build()
			.writeValueAsString(Map.ofEntries(Map.entry("realm", this.name), Map.entry("enabled", true),
					Map.entry("accessTokenLifespan", 300), Map.entry("revokeRefreshToken", true),
					Map.entry("refreshTokenMaxReuse", 0), Map.entry("eventsEnabled", true),
					Map.entry("enabledEventTypes", List.of("REFRESH_TOKEN")), Map.entry("groups", groups()),
					Map.entry("users", users()), Map.entry("clientScopes", clientScopes()),
					Map.entry("clients", List.of(client()))));
	}

	private static List<Map<String, String>> groups() {
		return Stream.of(EntraGroup.values()).map((group) -> Map.of("name", group.objectId())).toList();
	}

	private List<Map<String, Object>> users() {
		return this.organisation.people().stream().map(this::user).toList();
	}

	private Map<String, Object> user(Person person) {
		var names = person.name().split(" ", 2);
		return Map.of("id", id(person), "username", person.userPrincipalName(), "email", person.userPrincipalName(),
				"emailVerified", true, "firstName", names[0], "lastName", names[1], "enabled", true, "groups",
				person.groups().stream().map("/"::concat).toList(), "credentials",
				List.of(Map.of("type", "password", "value", PASSWORD)));
	}

	/** Ids are unique in all realms together, so only one has those of the company. */
	private String id(Person person) {
		return this.name.equals(COMPANY) ? person.objectId()
				: UUID.nameUUIDFromBytes((this.name + person.objectId()).getBytes(StandardCharsets.UTF_8)).toString();
	}

	private Map<String, Object> client() {
		return Map.of("clientId", CLIENT_ID, "secret", CLIENT_SECRET, "consentRequired", true, "standardFlowEnabled",
				true, "directAccessGrantsEnabled", false, "fullScopeAllowed", false, "redirectUris",
				addresses("/login/oauth2/code/defender"), "defaultClientScopes",
				List.of("basic", "profile", "groups", "defender"), "optionalClientScopes",
				this.scopes.stream().map(KeycloakRealm::qualified).toList(), "attributes",
				Map.of("pkce.code.challenge.method", "S256", "post.logout.redirect.uris",
						String.join("##", addresses("/")), "backchannel.logout.session.required", "true",
						"backchannel.logout.url", addresses("/logout/provider/back-channel").getFirst()));
	}

	private List<String> addresses(String path) {
		return this.apps.stream().map((app) -> app + path).toList();
	}

	private static String qualified(String scope) {
		return RESOURCE + "/" + scope;
	}

	private List<Map<String, Object>> clientScopes() {
		return Stream.concat(
				Stream.of(hidden("basic", List.of(subject(), authenticatedAt())),
						seen("profile", List.of(displayName(), username())), hidden("groups", List.of(groupNames())),
						hidden("defender", List.of(audience(), tenant(), objectId()))),
				this.scopes.stream().map((scope) -> seen(qualified(scope), List.of())))
			.toList();
	}

	/** A scope that stands in the consent and in the token. */
	private static Map<String, Object> seen(String name, List<Map<String, Object>> mappers) {
		return clientScope(name, mappers, "true");
	}

	private static Map<String, Object> hidden(String name, List<Map<String, Object>> mappers) {
		return clientScope(name, mappers, "false");
	}

	private static Map<String, Object> clientScope(String name, List<Map<String, Object>> mappers, String isSeen) {
		return Map.of("name", name, "protocol", "openid-connect", "protocolMappers", mappers, "attributes",
				Map.of("include.in.token.scope", isSeen, "display.on.consent.screen", isSeen));
	}

	private static Map<String, Object> subject() {
		return mapper("sub", "oidc-sub-mapper", Map.of("access.token.claim", "true"));
	}

	private static Map<String, Object> authenticatedAt() {
		return mapper("auth_time", "oidc-usersessionmodel-note-mapper", Map.of("user.session.note", "AUTH_TIME",
				"claim.name", "auth_time", "jsonType.label", "long", "id.token.claim", "true"));
	}

	private static Map<String, Object> displayName() {
		return mapper("name", "oidc-full-name-mapper", Map.of("id.token.claim", "true"));
	}

	private static Map<String, Object> username() {
		return mapper("username", "oidc-usermodel-attribute-mapper", Map.of("user.attribute", "username", "claim.name",
				"preferred_username", "jsonType.label", "String", "id.token.claim", "true"));
	}

	private static Map<String, Object> groupNames() {
		return mapper("groups", "oidc-group-membership-mapper",
				Map.of("claim.name", "groups", "full.path", "false", "id.token.claim", "true"));
	}

	/** Only the look-alike of Defender reads this and the next two. */
	private static Map<String, Object> audience() {
		return mapper("audience", "oidc-audience-mapper",
				Map.of("included.custom.audience", RESOURCE, "access.token.claim", "true"));
	}

	private static Map<String, Object> tenant() {
		return mapper("tid", "oidc-hardcoded-claim-mapper", Map.of("claim.name", "tid", "claim.value",
				Organisation.TENANT_ID, "jsonType.label", "String", "access.token.claim", "true"));
	}

	private static Map<String, Object> objectId() {
		return mapper("oid", "oidc-usermodel-property-mapper", Map.of("user.attribute", "id", "claim.name", "oid",
				"jsonType.label", "String", "access.token.claim", "true"));
	}

	private static Map<String, Object> mapper(String name, String kind, Map<String, String> settings) {
		return Map.of("name", name, "protocol", "openid-connect", "protocolMapper", kind, "config", settings);
	}

}
