package io.github.sandbox.defender;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;

import io.github.sandbox.organisation.People;
import io.github.sandbox.organisation.Person;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** Tokens that are valid and yet not enough. */
class ChallengeTests extends LookAlikeTest {

	@Test
	void demandedClaimsAreToldInTheSecondChallenge() throws IOException {
		this.defender.demandClaims(People.ADA_ADMIN.objectId());
		TestClient.Response response = as(People.ADA_ADMIN).get("/api/machines");
		assertThat(response.status()).isEqualTo(401);
		List<String> challenges = response.http().headers().allValues("WWW-Authenticate");
		assertThat(challenges).hasSize(2).first().asString().startsWith("Basic ");
		assertThat(challenges.getLast()).startsWith("Bearer realm=\"\"").contains("error=\"insufficient_claims\"");
		String claims = challenges.getLast().replaceAll(".*claims=\"([^\"]+)\"$", "$1");
		assertThat(new String(Base64.getDecoder().decode(claims), StandardCharsets.UTF_8))
			.isEqualTo("{\"access_token\":{\"acrs\":{\"essential\":true,\"value\":\"c1\"}}}");
		assertThat(as(People.VERA_VIEWER).get("/api/machines").status()).isEqualTo(200);
	}

	@Test
	void satisfiedContextIsEnough() throws IOException {
		this.defender.demandClaims(People.ADA_ADMIN.objectId());
		assertThat(with(stepped(People.ADA_ADMIN)).get("/api/machines").status()).isEqualTo(200);
		this.defender.neverContent(People.ADA_ADMIN.objectId());
		assertThat(with(stepped(People.ADA_ADMIN)).get("/api/machines").status()).isEqualTo(401);
	}

	@Test
	void challengeMayBeMalformed() throws IOException {
		this.defender.demandClaims(People.ADA_ADMIN.objectId());
		this.defender.challengeWith("%%%");
		assertThat(challenge()).endsWith("claims=\"%%%\"");
		this.defender.challengeWith(null);
		assertThat(challenge()).doesNotContain("%");
	}

	@Test
	void resetEndsTheDemand() throws IOException {
		this.defender.demandClaims(People.ADA_ADMIN.objectId());
		this.defender.neverContent(People.ADA_ADMIN.objectId());
		this.defender.reset();
		assertThat(as(People.ADA_ADMIN).get("/api/machines").status()).isEqualTo(200);
	}

	private String challenge() throws IOException {
		return as(People.ADA_ADMIN).get("/api/machines").http().headers().allValues("WWW-Authenticate").getLast();
	}

	private String stepped(Person person) {
		return this.tokens.signed((claims) -> claims.claim("oid", person.objectId())
			.claim("scp", EVERYTHING)
			.claim("acrs", List.of("c1")));
	}

}
