package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * The delegated permissions in force for a session, as the token response's {@code scope}
 * parameter states them (RFC 6749 section 5.1). A response without that parameter leaves
 * the grant unknown: access tokens for Microsoft APIs are opaque to clients and not read.
 */
public sealed interface Grant {

	/**
	 * The grant is known.
	 *
	 * @param scopes the Defender scopes in force; scopes of other resources and names
	 * this service does not know are left out
	 * @param asOf when the identity provider said so
	 */
	record Known(Set<Scope> scopes, Instant asOf) implements Grant {

		public Known {
			scopes = Set.copyOf(scopes);
		}

		@Override
		public boolean covers(Scope scope) {
			return this.scopes.contains(scope);
		}

	}

	/** The token response did not say. */
	record Unknown() implements Grant {

		@Override
		public boolean covers(Scope scope) {
			return false;
		}

	}

	/** Whether the scope is known to be in force. */
	boolean covers(Scope scope);

	/** Whether the same is in force as there, however long it is known. */
	default boolean hasScopesOf(Grant other) {
		return (this instanceof Known(var mine, var _) && other instanceof Known(var theirs, var _))
				? mine.equals(theirs) : getClass() == other.getClass();
	}

	/**
	 * Reads a token response's scope parameter: full resource URIs or short names, in any
	 * case.
	 * @param parameter the parameter; null when the response has none
	 * @param resource the resource whose scopes count
	 * @param asOf when the response came
	 */
	static Grant of(@Nullable String parameter, String resource, Instant asOf) {
		if (parameter == null) {
			return new Unknown();
		}
		var scopes = EnumSet.noneOf(Scope.class);
		for (var value : StringUtils.tokenizeToStringArray(parameter, " ")) {
			shortName(value, resource).flatMap(Scope::named).ifPresent(scopes::add);
		}
		return new Known(scopes, asOf);
	}

	private static Optional<String> shortName(String value, String resource) {
		var slash = value.lastIndexOf('/');
		if (slash < 0) {
			return Optional.of(value);
		}
		var prefix = resource.endsWith("/") ? resource.substring(0, resource.length() - 1) : resource;
		var owner = value.substring(0, slash);
		owner = owner.endsWith("/") ? owner.substring(0, owner.length() - 1) : owner;
		return owner.equalsIgnoreCase(prefix) ? Optional.of(value.substring(slash + 1)) : Optional.empty();
	}

}
