package io.github.sandbox.entra;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A scope as Entra reads it: a name on a resource, in its canonical case.
 *
 * @param resource the resource's URI without a trailing slash, empty for the scopes of
 * OpenID Connect
 * @param name the scope's short name
 */
record Scope(String resource, String name) {

	static final String DEFENDER = "https://api.securitycenter.microsoft.com";

	static final String GRAPH = "https://graph.microsoft.com";

	static final String OFFLINE_ACCESS = "offline_access";

	static final String OPENID = "openid";

	private static final String DEFAULT = ".default";

	private static final Set<String> OPENID_CONNECT = Set.of(OPENID, "profile", "email", OFFLINE_ACCESS);

	static Scope of(String value) {
		int slash = value.lastIndexOf('/');
		if (slash < 0) {
			String name = value.toLowerCase(Locale.ROOT);
			return OPENID_CONNECT.contains(name) ? new Scope("", name) : new Scope(GRAPH, value);
		}
		String resource = value.substring(0, slash).toLowerCase(Locale.ROOT).replaceAll("/+$", "");
		String name = value.substring(slash + 1);
		return resource.equals(DEFENDER) ? defender(name) : new Scope(resource, name);
	}

	static Scope defender(String name) {
		return new Scope(DEFENDER, DefenderScopes.canonical(name).orElse(name));
	}

	static Set<Scope> all(Collection<String> values) {
		return values.stream()
			.filter((value) -> !value.isBlank())
			.map(Scope::of)
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	static Set<Scope> defender(Collection<String> names) {
		return names.stream().map(Scope::defender).collect(Collectors.toUnmodifiableSet());
	}

	boolean isOpenIdConnect() {
		return this.resource.isEmpty();
	}

	boolean isDefault() {
		return this.name.equalsIgnoreCase(DEFAULT);
	}

	boolean isOf(String resource) {
		return this.resource.equals(resource);
	}

	String value() {
		return isOpenIdConnect() ? this.name : this.resource + "/" + this.name;
	}

}
