package io.github.sandbox.entra;

import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.sandbox.organisation.Organisation;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.jwt.JwtException;
import org.springframework.security.oauth2.jwt.NimbusJwtDecoder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Apps that call for themselves: the daemon calls the app, the app calls Defender. */
class DaemonTests extends LookAlikeTest {

	private static final String APP = TestApp.REGISTRATION.clientId();

	@Test
	void daemonGetsTokensForTheApp() {
		TestApp.Answer answer = ofDaemon("api://" + APP + "/.default");
		Map<String, Object> claims = answer.claims("access_token");
		assertThat(claims).containsEntry("aud", List.of(APP))
			.containsEntry("iss", this.entra.issuer().toString())
			.containsEntry("tid", Organisation.TENANT_ID)
			.containsEntry("azp", TestApp.DAEMON.clientId())
			.containsEntry("azpacr", "1")
			.containsEntry("idtyp", "app")
			.containsEntry("ver", "2.0")
			.containsEntry("roles", List.of("Alert.Read.All", "Machine.Read.All"))
			.doesNotContainKey("scp");
		assertThat(claims.get("oid")).isEqualTo(claims.get("sub")).isNotEqualTo(TestApp.DAEMON.clientId());
		assertThat(answer.body().has("refresh_token")).isFalse();
	}

	@Test
	void daemonHasNoRolesElsewhere() {
		assertThat(ofDaemon(TestApp.defender(".default")).claims("access_token")).doesNotContainKey("roles");
		assertThat(ofDaemon("api://unknown/.default").text("error")).isEqualTo("invalid_resource");
	}

	@Test
	void refreshTokenOfTheAppIsNoUseToTheDaemon() {
		String token = tokensOf(analyst(), TestApp.SIGN_IN_SCOPES).text("refresh_token");
		TestApp.Answer refused = this.app.token(Map.of("grant_type", "refresh_token", "refresh_token", token,
				"client_id", TestApp.DAEMON.clientId(), "client_secret", TestApp.DAEMON.clientSecret()));
		assertThat(refused.text("error")).isEqualTo("invalid_grant");
	}

	@Test
	void mintedTokenIsLikeOneOfTheTokenEndpoint() {
		Map<String, Object> minted = decoder().decode(this.entra.daemonToken(Map.of())).getClaims();
		Map<String, Object> issued = decoder().decode(ofDaemon("api://" + APP + "/.default").text("access_token"))
			.getClaims();
		assertThat(minted.keySet()).isEqualTo(issued.keySet());
		assertThat(minted).containsEntry("oid", issued.get("oid")).containsEntry("roles", issued.get("roles"));
	}

	@Test
	void mintedTokenHasTheWantedClaims() {
		assertThat(decoder().decode(this.entra.daemonToken("Machine.Isolate")).getClaimAsStringList("roles"))
			.containsExactly("Machine.Isolate");
		Map<String, @Nullable Object> overrides = new HashMap<>(
				Map.of("aud", "another app", "exp", Instant.now().plusSeconds(9).getEpochSecond(), "scp", "access"));
		overrides.put("roles", null);
		assertThat(decoder().decode(this.entra.daemonToken(overrides)).getClaims())
			.containsEntry("aud", List.of("another app"))
			.containsEntry("scp", "access")
			.doesNotContainKey("roles");
		assertThat(decoder().decode(this.entra.daemonToken(Collections.singletonMap("tid", null))).getClaims())
			.doesNotContainKey("tid");
	}

	@Test
	void expiredTokenIsRefusedForThatAlone() {
		String expired = this.entra.daemonToken(Map.of("exp", Instant.now().minusSeconds(900)));
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decoder().decode(expired))
			.withMessageContaining("expired");
	}

	@Test
	void forgedTokenNamesTheRealKey() {
		String forged = this.entra.forgedDaemonToken();
		assertThatExceptionOfType(JwtException.class).isThrownBy(() -> decoder().decode(forged))
			.withMessageContaining("signature");
	}

	private TestApp.Answer ofDaemon(String scope) {
		return this.app.token(Map.of("grant_type", "client_credentials", "scope", scope, "client_id",
				TestApp.DAEMON.clientId(), "client_secret", TestApp.DAEMON.clientSecret()));
	}

	private JwtDecoder decoder() {
		return NimbusJwtDecoder.withJwkSetUri(this.entra.jwksUri().toString()).build();
	}

}
