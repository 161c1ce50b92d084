package io.github.sandbox.entra;

import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.proc.SecurityContext;
import io.github.sandbox.organisation.Organisation;
import org.jspecify.annotations.Nullable;

import org.springframework.security.config.annotation.web.configuration.OAuth2AuthorizationServerConfiguration;
import org.springframework.security.oauth2.jwt.Jwt;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;

/** Reads the tokens that Graph is called with. */
final class GraphCallers {

	private static final String PREFIX = "Bearer ";

	private static final Set<String> FOR_GROUPS = Set.of("GroupMember.Read.All", "User.Read");

	private static final String FOR_HUNTING = "ThreatHunting.Read.All";

	private final Organisation organisation;

	private final JwtDecoder decoder;

	GraphCallers(Organisation organisation, JWKSource<SecurityContext> keys) {
		this.organisation = organisation;
		this.decoder = OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
	}

	/** Who wants to know their groups. */
	GraphCaller member(@Nullable String authorization) {
		return of(authorization, (token) -> person(token, FOR_GROUPS));
	}

	/** Who wants to hunt: a person, or an application by a role of its own. */
	GraphCaller hunter(@Nullable String authorization) {
		return of(authorization, (token) -> {
			List<String> roles = token.getClaimAsStringList("roles");
			return (!token.hasClaim("scp") && roles != null && roles.contains(FOR_HUNTING))
					? new GraphCaller.Application() : person(token, Set.of(FOR_HUNTING));
		});
	}

	private GraphCaller of(@Nullable String authorization, Function<Jwt, GraphCaller> caller) {
		if (authorization == null || !authorization.startsWith(PREFIX)) {
			return new GraphCaller.Refused(GraphError.unauthorised("Access token is empty."));
		}
		try {
			Jwt token = this.decoder.decode(authorization.substring(PREFIX.length()));
			List<String> audience = token.getAudience();
			return (audience != null && audience.contains(Scope.GRAPH)) ? caller.apply(token) : new GraphCaller.Refused(
					GraphError.unauthorised("Access token validation failure. Invalid audience."));
		}
		catch (JwtException _) {
			return new GraphCaller.Refused(GraphError.unauthorised("Access token validation failure."));
		}
	}

	private GraphCaller person(Jwt token, Set<String> sufficient) {
		String scopes = String.valueOf(token.getClaimAsString("scp"));
		if (Arrays.stream(scopes.split(" ", -1)).noneMatch(sufficient::contains)) {
			return new GraphCaller.Refused(GraphError.denied());
		}
		return this.organisation.person(String.valueOf(token.getClaimAsString("oid")))
			.<GraphCaller>map(GraphCaller.Member::new)
			.orElseGet(() -> new GraphCaller.Refused(GraphError.denied()));
	}

}
