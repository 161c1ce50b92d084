package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Which scopes are asked for where. A sign-in may ask for those of several resources; a
 * token is for one, and where there are several its request must say which.
 */
@Component
final class ResourceScopes {

	private final SignInProperties signIn;

	private final GraphProperties graph;

	ResourceScopes(SignInProperties signIn, GraphProperties graph) {
		this.signIn = signIn;
		this.graph = graph;
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
		if (!asked.contains(this.graph.graphScope())) {
			return Set.of();
		}
		return asked.stream()
			.filter((scope) -> !scope.equals(this.graph.graphScope()))
			.collect(Collectors.toCollection(LinkedHashSet::new));
	}

	/** What Defender's tokens are renewed for; empty where there is no other resource. */
	Set<String> ofDefender(Grant grant) {
		if (!this.graph.groupsFromGraph()) {
			return Set.of();
		}
		return (grant instanceof Grant.Known(var granted, var _) && !granted.isEmpty()) ? qualified(granted)
				: qualified(this.signIn.initialScopes());
	}

	Set<String> ofGraph() {
		return Set.of(this.graph.graphScope());
	}

	/** The grant that a token response states. */
	Grant grant(@Nullable String scopeParameter, Instant asOf) {
		return Grant.of(scopeParameter, this.signIn.resource(), asOf);
	}

}
