package io.github.sandbox.entra;

import java.util.List;
import java.util.Set;

import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2AuthorizationCodeAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenContext;

/** Finds the one resource an access token is for. */
final class Resources {

	private Resources() {
	}

	/**
	 * The resource the token request names, else Defender if any of its scopes was
	 * granted, else Graph.
	 */
	static String of(OAuth2TokenContext context) {
		Authentication grant = context.getAuthorizationGrant();
		if (grant instanceof OAuth2AuthorizationCodeAuthenticationToken code
				&& code.getAdditionalParameters().get("scope") instanceof String scope) {
			List<String> named = in(Scope.all(List.of(scope.split(" ", -1))));
			if (!named.isEmpty()) {
				return onlyOne(named);
			}
		}
		return among(Scope.all(context.getAuthorizedScopes()));
	}

	/** Defender if any of the scopes is Defender's, else the first one's, else Graph. */
	static String among(Set<Scope> scopes) {
		List<String> granted = in(scopes);
		if (granted.isEmpty()) {
			return Scope.GRAPH;
		}
		return granted.contains(Scope.DEFENDER) ? Scope.DEFENDER : granted.getFirst();
	}

	/** Refuses scopes of several resources, which the token endpoint does not accept. */
	static void requireOneAtMost(Set<Scope> scopes) {
		List<String> resources = in(scopes);
		if (!resources.isEmpty()) {
			onlyOne(resources);
		}
	}

	private static String onlyOne(List<String> resources) {
		if (resources.size() > 1) {
			throw EntraError.exception(Aadsts.SEVERAL_RESOURCES);
		}
		return resources.getFirst();
	}

	private static List<String> in(Set<Scope> scopes) {
		return scopes.stream()
			.filter((scope) -> !scope.isOpenIdConnect())
			.map(Scope::resource)
			.distinct()
			.sorted()
			.toList();
	}

}
