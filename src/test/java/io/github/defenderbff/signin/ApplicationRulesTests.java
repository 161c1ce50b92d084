package io.github.defenderbff.signin;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.OAuth2TokenValidator;
import org.springframework.security.oauth2.jwt.Jwt;

import static org.assertj.core.api.Assertions.assertThat;

/** Which tokens are an application's, in both of Entra's versions. */
class ApplicationRulesTests {

	private static final String ISSUER = "https://sts.windows.net/7f1c2a3e/";

	private static final Tokens NEVER_USED = () -> {
		throw new AssertionError("no call is made");
	};

	private final OAuth2TokenValidator<Jwt> rules = ApplicationTokenCheck.rules(ISSUER,
			new ApplicationTerms("bff", Set.of(ISSUER), Set.of("api://bff"), Set.of("7f1c2a3e")), Clock.systemUTC());

	/** As Entra issues it unless the registration asks for version 2. */
	private static Jwt version1(Consumer<Map<String, Object>> changes) {
		return Jwt.withTokenValue("token")
			.header("alg", "RS256")
			.header("typ", "JWT")
			.claims((claims) -> claims.putAll(Map.of("iss", ISSUER, "aud", List.of("api://bff"), "exp",
					Instant.now().plusSeconds(60), "tid", "7f1c2a3e", "appid", "night-watch", "appidacr", "2", "oid",
					"5e", "sub", "5e", "roles", List.of("Machine.Read.All", "Alert.Read.All"), "ver", "1.0")))
			.claims(changes)
			.build();
	}

	private List<String> faults(Jwt token) {
		return this.rules.validate(token).getErrors().stream().map(OAuth2Error::getDescription).toList();
	}

	@Test
	void version1NamesTheApplicationInAnotherClaim() {
		var token = version1((_) -> {
		});
		assertThat(faults(token)).isEmpty();
		var caller = ApplicationRules.caller(token, NEVER_USED);
		assertThat(caller.subject()).isEqualTo(new Subject(Subject.Kind.APPLICATION, "7f1c2a3e", "night-watch"));
		assertThat(caller.roles()).containsExactlyInAnyOrder("Machine.Read.All", "Alert.Read.All");
	}

	@ParameterizedTest
	@CsvSource({ "scp, user_impersonation", "idtyp, user", "oid, other", "sub, other" })
	void personIsKnownByAnyOneSign(String claim, String value) {
		assertThat(faults(version1((claims) -> claims.put(claim, value)))).first().asString().contains("a person's");
	}

	@ParameterizedTest
	@CsvSource({ "sub", "oid" })
	void applicationIsNotKnownWithoutItsSubject(String claim) {
		assertThat(faults(version1((claims) -> claims.remove(claim)))).first().asString().contains("a person's");
	}

	@Test
	void idTokenOfAPersonWithRolesOfTheirOwnIsNone() {
		var idToken = version1((claims) -> {
			claims.remove("appid");
			claims.putAll(Map.of("azp", "bff", "aud", List.of("api://bff"), "sub", "5e", "oid", "5e", "nonce", "n"));
		});
		assertThat(faults(idToken)).containsExactly("The token does not name the application that calls.");
	}

	@Test
	void rolesAreTakenFromAListOfTextsOnly() {
		assertThat(faults(version1((claims) -> claims.put("roles", "Machine.Read.All")))).hasSize(1);
		assertThat(faults(version1((claims) -> claims.put("roles", List.of(1, 2))))).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "JWT, 0", "at+jwt, 0", "jwt, 0", "logout+jwt, 1", "dpop+jwt, 1" })
	void typeIsAnAccessTokens(String type, int faults) {
		var token = Jwt.withTokenValue("token")
			.headers((headers) -> headers.putAll(Map.of("alg", "RS256", "typ", type)))
			.claims((claims) -> claims.putAll(version1((_) -> {
			}).getClaims()))
			.build();
		assertThat(faults(token)).hasSize(faults);
	}

	@Test
	void issuerIsTheOneWhoseKeysWereUsed() {
		assertThat(faults(version1((claims) -> claims.put("iss", "https://sts.windows.net/7f1c2a3e")))).hasSize(1);
	}

}
