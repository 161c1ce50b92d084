package io.github.sandbox.entra;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;

/**
 * What Entra says about a person or the app in its tokens; issuer, audience and times are
 * added by the issuer.
 */
final class Claims {

	private Claims() {
	}

	/** The claims of an access token that acts for a person. */
	static Map<String, Object> ofDelegatedAccess(SignedIn session, String clientId, Collection<Scope> scopes) {
		Person person = session.person();
		Map<String, Object> claims = ofPerson(session, clientId);
		claims.put("azp", clientId);
		claims.put("azpacr", "1");
		claims.put("idtyp", "user");
		claims.put("upn", person.userPrincipalName());
		claims.put("name", person.name());
		claims.put("scp", scopes.stream().map(Scope::name).collect(Collectors.joining(" ")));
		return claims;
	}

	/** The claims of an access token that acts for an app itself. */
	static Map<String, Object> ofApplicationAccess(String clientId, Set<String> roles) {
		Map<String, Object> claims = new LinkedHashMap<>();
		String servicePrincipal = UUID.nameUUIDFromBytes(clientId.getBytes(StandardCharsets.UTF_8)).toString();
		claims.put("tid", Organisation.TENANT_ID);
		claims.put("oid", servicePrincipal);
		claims.put("sub", servicePrincipal);
		claims.put("azp", clientId);
		claims.put("azpacr", "1");
		claims.put("idtyp", "app");
		claims.put("ver", "2.0");
		if (!roles.isEmpty()) {
			claims.put("roles", roles.stream().sorted().toList());
		}
		return claims;
	}

	/** The claims of an ID token, as far as the granted scopes allow them. */
	static Map<String, Object> ofIdentity(SignedIn session, String clientId, Set<Scope> scopes) {
		Person person = session.person();
		Map<String, Object> claims = ofPerson(session, clientId);
		if (scopes.contains(Scope.of("profile"))) {
			claims.put("name", person.name());
			claims.put("preferred_username", person.userPrincipalName());
			claims.put("login_hint", SignedIn.loginHint(person));
		}
		if (scopes.contains(Scope.of("email"))) {
			claims.put("email", person.userPrincipalName());
		}
		claims.putAll(groupsOf(person));
		return claims;
	}

	private static Map<String, Object> ofPerson(SignedIn session, String clientId) {
		Person person = session.person();
		Map<String, Object> claims = new LinkedHashMap<>();
		claims.put("tid", Organisation.TENANT_ID);
		claims.put("oid", person.objectId());
		claims.put("sub", pairwise(person, clientId));
		claims.put("sid", session.sid());
		claims.put("wids", person.directoryRoles().stream().sorted().toList());
		claims.put("ver", "2.0");
		return claims;
	}

	private static Map<String, Object> groupsOf(Person person) {
		if (!person.groupsOverage()) {
			return Map.of("groups", person.groups().stream().sorted().toList());
		}
		String endpoint = "https://graph.windows.net/%s/users/%s/getMemberObjects".formatted(Organisation.TENANT_ID,
				person.objectId());
		return Map.of("_claim_names", Map.of("groups", "src1"), "_claim_sources",
				Map.of("src1", Map.of("endpoint", endpoint)));
	}

	private static String pairwise(Person person, String clientId) {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256")
				.digest((clientId + person.objectId()).getBytes(StandardCharsets.UTF_8));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
