package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * Which scopes are asked for where. A sign-in may ask for those of several resources; a
 * token is for one, and where there are several its request must say which.
 */
@Component
final class ResourceScopes {

	private final SignInProperties signIn;

	private final GraphProperties graph;

	private final Set<Resource> others;

	@Autowired
	ResourceScopes(SignInProperties signIn, GraphProperties graph, ObjectProvider<Resource> others) {
		this(signIn, graph, others.stream().toList());
	}

	/**
	 * The scopes of Defender and of other resources.
	 * @param others what is asked for besides; Graph's groups are added where it is asked
	 */
	ResourceScopes(SignInProperties signIn, GraphProperties graph, Collection<Resource> others) {
		this.signIn = signIn;
		this.graph = graph;
		var all = new LinkedHashSet<>(others);
		if (graph.groupsFromGraph()) {
			all.add(graph.resource());
		}
		this.others = Collections.unmodifiableSet(all);
	}

	/** The scopes with the names under which the identity provider knows them. */
	Set<String> qualified(Collection<Scope> scopes) {
		return scopes.stream()
			.map((scope) -> scope.qualified(this.signIn.resource()))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** What every sign-in asks for. */
	Set<String> ofSignIn(Collection<String> standard) {
		var scopes = new LinkedHashSet<>(standard);
		scopes.addAll(qualified(this.signIn.initialScopes()));
		if (this.graph.groupsFromGraph()) {
			scopes.add(this.graph.graphScope());
		}
		return scopes;
	}

	/** What of this the first token is for; empty where the provider need not be told. */
	Set<String> ofFirstToken(Set<String> asked) {
		var elsewhere = Resource.qualified(this.others);
		if (Collections.disjoint(asked, elsewhere)) {
			return Set.of();
		}
		return asked.stream()
			.filter((scope) -> !elsewhere.contains(scope))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** What Defender's tokens are renewed for; empty where there is no other resource. */
	Set<String> ofDefender(Grant grant) {
		if (this.others.isEmpty()) {
			return Set.of();
		}
		return (grant instanceof Grant.Known(var granted, var _) && !granted.isEmpty()) ? qualified(granted)
				: qualified(this.signIn.initialScopes());
	}

	/** What a token of another resource is asked for with; it must be a known one. */
	Set<String> of(Resource resource) {
		if (!this.others.contains(resource)) {
			throw new IllegalArgumentException("Not declared as a bean: " + resource);
		}
		return new LinkedHashSet<>(resource.qualified());
	}

	/** The scope of another resource with this qualified name, in any case. */
	Optional<String> elsewhere(String name) {
		return Resource.qualified(this.others).stream().filter((scope) -> scope.equalsIgnoreCase(name)).findFirst();
	}

	/** The grant that a token response states. */
	Grant grant(@Nullable String scopeParameter, Instant asOf) {
		return Grant.of(scopeParameter, this.signIn.resource(), asOf);
	}

}
