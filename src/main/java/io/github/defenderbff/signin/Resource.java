package io.github.defenderbff.signin;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a token besides Defender's is for: scopes of another resource, such as Microsoft
 * Graph. A module that wants one declares it as a bean; nothing else can be asked for.
 *
 * @param name the resource as scopes name it, such as {@code https://graph.microsoft.com}
 * @param scopes short names of scopes, such as {@code User.Read}; at least one
 */
public record Resource(String name, Set<String> scopes) {

	public Resource {
		if (scopes.isEmpty()) {
			throw new IllegalArgumentException("A token is for one scope at least");
		}
		scopes = Collections.unmodifiableSet(new TreeSet<>(scopes));
	}

	/**
	 * The resource of one scope, such as {@code https://graph.microsoft.com/User.Read}.
	 */
	static Resource of(String qualifiedScope) {
		var slash = qualifiedScope.lastIndexOf('/');
		return new Resource((slash < 0) ? "" : qualifiedScope.substring(0, slash),
				Set.of(qualifiedScope.substring(slash + 1)));
	}

	/** The scopes with the names under which the identity provider knows them, sorted. */
	List<String> qualified() {
		return this.scopes.stream().map(this::qualified).toList();
	}

	/** What an application asks for: whatever its own service was assigned. */
	String assigned() {
		return qualified(".default");
	}

	private String qualified(String scope) {
		return this.name.isEmpty() ? scope : this.name + "/" + scope;
	}

	/** All scopes of these. */
	static Set<String> qualified(Collection<Resource> resources) {
		return resources.stream()
			.flatMap((resource) -> resource.qualified().stream())
			.collect(Collectors.toCollection(TreeSet::new));
	}

}
