package io.github.sandbox.entra;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

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

	private static final Set<String> SUFFICIENT = Set.of("GroupMember.Read.All", "User.Read");

	private final Organisation organisation;

	private final JwtDecoder decoder;

	GraphCallers(Organisation organisation, JWKSource<SecurityContext> keys) {
		this.organisation = organisation;
		this.decoder = OAuth2AuthorizationServerConfiguration.jwtDecoder(keys);
	}

	GraphCaller of(@Nullable String authorization) {
		if (authorization == null || !authorization.startsWith(PREFIX)) {
			return new GraphCaller.Refused(GraphError.unauthorised("Access token is empty."));
		}
		try {
			return of(this.decoder.decode(authorization.substring(PREFIX.length())));
		}
		catch (JwtException _) {
			return new GraphCaller.Refused(GraphError.unauthorised("Access token validation failure."));
		}
	}

	private GraphCaller of(Jwt token) {
		List<String> audience = token.getAudience();
		if (audience == null || !audience.contains(Scope.GRAPH)) {
			return new GraphCaller.Refused(
					GraphError.unauthorised("Access token validation failure. Invalid audience."));
		}
		String scopes = String.valueOf(token.getClaimAsString("scp"));
		if (Arrays.stream(scopes.split(" ", -1)).noneMatch(SUFFICIENT::contains)) {
			return new GraphCaller.Refused(GraphError.denied());
		}
		return this.organisation.person(String.valueOf(token.getClaimAsString("oid")))
			.<GraphCaller>map(GraphCaller.Member::new)
			.orElseGet(() -> new GraphCaller.Refused(GraphError.denied()));
	}

}
