package io.github.sandbox.keycloak;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;

import io.github.sandbox.organisation.Person;
import tools.jackson.databind.JsonNode;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/** An administrator of a realm, who uses Keycloak's own API. */
public final class KeycloakAdmin {

	static final String NAME = "admin";

	static final String PASSWORD = "admin-password";

	private final RestClient http;

	KeycloakAdmin(URI keycloak, String realm) {
		this.http = RestClient.builder()
			.baseUrl(keycloak + "/admin/realms/" + realm)
			.defaultHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token(keycloak))
			.build();
	}

	private static String token(URI keycloak) {
		var form = new LinkedMultiValueMap<>(MultiValueMap.fromSingleValue(
				Map.of("grant_type", "password", "client_id", "admin-cli", "username", NAME, "password", PASSWORD)));
		var answer = RestClient.create()
			.post()
			.uri(keycloak + "/realms/master/protocol/openid-connect/token")
			.contentType(MediaType.APPLICATION_FORM_URLENCODED)
			.body(form)
			.retrieve()
			.body(JsonNode.class);
		return Objects.requireNonNull(answer).path("access_token").stringValue();
	}

	/** How long access tokens live that are issued from now on. */
	public void accessTokensLive(Duration lifetime) {
		this.http.put()
			.contentType(MediaType.APPLICATION_JSON)
			.body(Map.of("accessTokenLifespan", lifetime.toSeconds()))
			.retrieve()
			.toBodilessEntity();
	}

	/** Ends every session of the person. */
	public void endSessions(Person person) {
		this.http.post().uri("/users/{id}/logout", person.objectId()).retrieve().toBodilessEntity();
	}

	/** How many sessions the person has. */
	public int sessions(Person person) {
		return get("/users/{id}/sessions", person.objectId()).size();
	}

	/** How often the person's tokens were asked for with a refresh token and issued. */
	public int renewals(Person person) {
		return get("/events?type=REFRESH_TOKEN&max=1000&user={id}", person.objectId()).size();
	}

	/** Forgets what was recorded, and every session and consent of the person. */
	public void forget(Person person) {
		this.http.delete().uri("/events").retrieve().toBodilessEntity();
		endSessions(person);
		this.http.delete()
			.uri("/users/{id}/consents/{client}", person.objectId(), KeycloakRealm.CLIENT_ID)
			.retrieve()
			.onStatus((status) -> status.isSameCodeAs(HttpStatus.NOT_FOUND), (_, _) -> {
			})
			.toBodilessEntity();
	}

	private JsonNode get(String uri, String id) {
		return Objects.requireNonNull(this.http.get().uri(uri, id).retrieve().body(JsonNode.class));
	}

}
