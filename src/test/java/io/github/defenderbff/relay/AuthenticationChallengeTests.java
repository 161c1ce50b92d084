package io.github.defenderbff.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

import io.github.defenderbff.signin.Claims;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** Challenges as servers write them (RFC 9110 section 11.6.1). */
class AuthenticationChallengeTests {

	/** The Base64 of an empty JSON object. */
	private static final String CLAIMS = "e30=";

	private static AuthenticationChallenge challenge(String scheme, String... parameters) {
		var all = new HashMap<String, String>();
		for (var index = 0; index < parameters.length; index += 2) {
			all.put(parameters[index], parameters[index + 1]);
		}
		return new AuthenticationChallenge(scheme, all);
	}

	@Test
	void areReadFromTheExampleOfTheStandard() {
		assertThat(ChallengeReader.read("Basic realm=\"simple\", Newauth realm=\"apps\", type=1, "
				+ "title=\"Login to \\\"apps\\\", please = now\""))
			.containsExactly(challenge("basic", "realm", "simple"),
					challenge("newauth", "realm", "apps", "type", "1", "title", "Login to \"apps\", please = now"));
	}

	@Test
	void areReadWithAndWithoutParameters() {
		assertThat(ChallengeReader.read("Negotiate")).containsExactly(challenge("negotiate"));
		assertThat(ChallengeReader.read("Negotiate, NTLM abc+/==, , Bearer\tA = b ,c=\"\" "))
			.containsExactly(challenge("negotiate"), challenge("ntlm"), challenge("bearer", "a", "b", "c", ""));
		assertThat(ChallengeReader.read("Bearer error=insufficient_claims, claims=e30="))
			.containsExactly(challenge("bearer", "error", "insufficient_claims", "claims", CLAIMS));
		assertThat(ChallengeReader.read("Bearer a=1, A=2")).containsExactly(challenge("bearer", "a", "1"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", " ", ",", "=", "a=b", "\"", "@", "\u0000", "=\"a\", b" })
	void areNoneInWhatIsNoChallenge(String field) {
		assertThat(ChallengeReader.read(field)).allSatisfy((each) -> assertThat(each.parameters()).isEmpty());
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer a=1, b=\"unfinished", "Bearer a=1, b=\"unfinished\\", "Bearer a=1, b=, c=2",
			"Bearer a=1; b=2", "Bearer a=1, @=2" })
	void areReadAsFarAsTheyCanBe(String field) {
		assertThat(ChallengeReader.read(field)).containsExactly(challenge("bearer", "a", "1"));
	}

	@Test
	void areReadFromLongFieldsToo() {
		var value = "a\\\"".repeat(100_000);
		assertThat(ChallengeReader.read("Bearer a=\"" + value + "\"")).hasSize(1)
			.first()
			.extracting(AuthenticationChallenge::parameters)
			.isEqualTo(Map.of("a", "a\"".repeat(100_000)));
	}

	@Test
	void demandClaimsInAnyOfSeveralFields() {
		assertThat(
				AuthenticationChallenge.demandedClaims(List.of("Basic realm=\"x, Bearer error\"",
						"Negotiate, BEARER realm=\"\", authorization_uri=\"https://login.example/a,b\", "
								+ "Error=\"insufficient_claims\", claims=\"" + CLAIMS + "\"")))
			.contains(new Claims("{}"));
	}

	@ParameterizedTest
	@ValueSource(strings = { "Bearer error=\"invalid_token\", claims=\"e30=\"", "Bearer error=\"insufficient_claims\"",
			"Basic error=\"insufficient_claims\", claims=\"e30=\"", "Bearer error=\"insufficient_claims\", claims=\"\"",
			"Bearer error=\"insufficient_claims\", claims=\"W10=\"",
			"Bearer error=\"insufficient_claims\", Basic claims=\"e30=\"",
			"Bearer x=\"error=insufficient_claims, claims=e30=\"" })
	void demandNoClaimsOtherwise(String field) {
		assertThat(AuthenticationChallenge.demandedClaims(List.of(field))).isEmpty();
	}

}
