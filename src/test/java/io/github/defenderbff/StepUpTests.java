package io.github.defenderbff;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;

import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What happens when a sign-in is no longer good enough. */
@OnSandbox
class StepUpTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final String RUNE = People.RUNE_RESPONDER.objectId();

	private static final String ISOLATION = "{\"Comment\":\"why\",\"IsolationType\":\"Full\"}";

	private final Bff bff;

	private final EntraLookAlike entra;

	private final DefenderLookAlike defender;

	private final Client rune;

	StepUpTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
		this.defender = bff.sandbox().defender();
		this.rune = bff.anonymous();
	}

	private void signIn() {
		this.rune.signIn(People.RUNE_RESPONDER);
	}

	@Test
	void claimsAreBroughtWithoutThePersonWhereThatIsPossible() {
		signIn();
		this.defender.demandClaims(RUNE);
		assertThat(this.rune.post(MACHINE + "/isolate", ISOLATION).status()).isEqualTo(201);
		assertThat(this.rune.get("/api/alerts").status()).isEqualTo(200);
		assertThat(this.entra.tokenRequests()).hasSize(2);
		assertThat(this.defender.requests()).filteredOn((request) -> request.method().equals("POST")).hasSize(1);
	}

	@Test
	void claimsAreBroughtForManyCallsAtOnceByOneRenewal() {
		signIn();
		this.defender.demandClaims(RUNE);
		this.entra.delayTokenEndpoint(Duration.ofMillis(200));
		var statuses = Concurrently.run(20, (call) -> this.rune.get("/api/alerts?$skip=" + call).status());
		assertThat(statuses).hasSize(20).containsOnly(200);
		assertThat(this.entra.tokenRequests()).hasSize(2);
	}

	@Test
	void personStepsUpWhereOnlyASignInBringsTheClaims() {
		signIn();
		this.defender.demandClaims(RUNE);
		this.entra.demandClaims(RUNE);
		var session = this.rune.cookie("session");
		stepUpRequired(this.rune.post(MACHINE + "/isolate", ISOLATION));
		stepUp("/login/step-up?returnTo=/alerts", "claims=%7B%22access_token");
		assertThat(this.rune.cookie("session")).isNotEqualTo(session);
		assertThat(this.rune.post(MACHINE + "/isolate", ISOLATION).status()).isEqualTo(201);
		assertThat(this.rune.get("/api/alerts").status()).isEqualTo(200);
	}

	@Test
	void nobodyIsAskedWhileAStepUpIsPendingAndTheRestGoesOn() {
		signIn();
		assertThat(this.rune.get(MACHINE).header("Cache-Status")).contains("stored");
		this.defender.demandClaims(RUNE);
		this.entra.demandClaims(RUNE);
		stepUpRequired(this.rune.get("/api/alerts"));
		var asked = this.defender.requests().size();
		var tokens = this.entra.tokenRequests().size();
		stepUpRequired(this.rune.get("/api/alerts"));
		stepUpRequired(this.rune.get(MACHINE));
		stepUpRequired(this.rune.post(MACHINE + "/isolate", ISOLATION));
		assertThat(this.rune.get("/api/me").status()).isEqualTo(200);
		assertThat(this.rune.get("/api/me/permissions").status()).isEqualTo(200);
		stepUpRequired(this.rune.get("/api/me/permissions?machine=" + Machines.SERVER.id()));
		assertThat(this.rune.get("/api/session").json().path("signed_in").booleanValue(false)).isTrue();
		assertThat(this.defender.requests()).hasSize(asked);
		assertThat(this.entra.tokenRequests()).hasSize(tokens);
	}

	@Test
	void pendingStepUpReadsNothingThatAnotherSessionStored() {
		signIn();
		this.defender.demandClaims(RUNE);
		this.entra.demandClaims(RUNE);
		stepUpRequired(this.rune.get("/api/alerts"));
		this.defender.reset();
		this.entra.reset();
		var other = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(other.get(MACHINE).status()).isEqualTo(200);
		assertThat(other.get(MACHINE).header("Cache-Status")).contains("hit");
		stepUpRequired(this.rune.get(MACHINE));
	}

	@Test
	void pendingStepUpSpendsNothingOfTheSharedBudget() {
		signIn();
		this.defender.demandClaims(RUNE);
		this.entra.demandClaims(RUNE);
		for (var call = 0; call < 110; call++) {
			stepUpRequired(this.rune.get("/api/investigations"));
		}
		assertThat(this.bff.signIn(People.ADA_ADMIN).get("/api/investigations").status()).isEqualTo(200);
	}

	@Test
	void signInThatDoesNotSatisfyDefenderIsNoLoop() {
		signIn();
		this.defender.neverContent(RUNE);
		stepUpRequired(this.rune.get(MACHINE));
		assertThat(this.defender.requests()).hasSize(2);
		stepUp("/login/step-up", "claims=");
		for (var call = 0; call < 3; call++) {
			var answer = this.rune.get(MACHINE);
			Problems.assertProblem(answer, 403, "step-up-insufficient");
			assertThat(answer.json().path("login_url").stringValue()).isEqualTo("/login/step-up");
		}
		assertThat(this.defender.requests()).hasSize(3);
		assertThat(this.entra.tokenRequests()).hasSize(3);
		this.defender.reset();
		stepUp("/login/step-up", "claims=");
		assertThat(this.rune.get(MACHINE).status()).as("another try by hand").isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "%%%", "W10=", "eyJhIjo=", "ImEi" })
	void challengeThatMakesNoSenseIsAnOrdinaryRejection(String claims) {
		signIn();
		this.defender.neverContent(RUNE);
		this.defender.challengeWith(claims);
		try {
			Problems.assertProblem(this.rune.get(MACHINE), 401, "session-expired");
			assertThat(this.defender.requests()).hasSize(2);
		}
		finally {
			this.defender.challengeWith(null);
		}
	}

	@Test
	void longClaimsFitIntoTheAddress() {
		signIn();
		var claims = "{\"a\":\"" + "é\\\"".repeat(950) + "\"}";
		this.defender.neverContent(RUNE);
		this.defender.challengeWith(Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8)));
		stepUpRequired(this.rune.get(MACHINE));
		assertThat(this.rune.get("/login/step-up").header("Location")).hasSizeGreaterThan(2000).contains("claims=");
	}

	@Test
	void providerThatWantsToSeeThePersonKeepsTheSession() {
		this.entra.accessTokenLifetime(Duration.ofSeconds(1));
		signIn();
		this.entra.demandClaims(RUNE);
		stepUpRequired(this.rune.get(MACHINE));
		stepUpRequired(this.rune.get(MACHINE));
		assertThat(this.entra.tokenRequests()).hasSize(2);
		this.entra.accessTokenLifetime(Duration.ofHours(1));
		stepUp("/login/step-up", "claims=");
		assertThat(this.rune.get(MACHINE).status()).isEqualTo(200);
	}

	@Test
	void stepUpWithoutADemandAsksForAFreshSignIn() {
		this.entra.signedInAgo(RUNE, Duration.ofHours(2));
		signIn();
		assertThat(authenticatedAt()).isBefore(Instant.now().minus(Duration.ofHours(1)));
		var grant = this.rune.get("/api/me").json().path("grant").path("values");
		stepUp("/login/step-up?returnTo=/alerts", "prompt=login");
		assertThat(authenticatedAt()).isAfter(Instant.now().minus(Duration.ofMinutes(5)));
		assertThat(this.rune.get("/api/me").json().path("grant").path("values")).isEqualTo(grant);
		assertThat(this.rune.get("/login/step-up").header("Location")).contains("max_age=0", "login_hint=")
			.doesNotContain("claims=");
	}

	@Test
	void stepUpWithoutASessionIsASignIn() {
		stepUp("/login/step-up?returnTo=/alerts", "prompt=login");
		assertThat(this.rune.get(MACHINE).status()).isEqualTo(200);
		Problems.assertProblem(this.bff.anonymous().get("/login/step-up?returnTo=//evil.example"), 400,
				"invalid-parameter");
	}

	@Test
	void sessionWhoseConsentWasWithdrawnEnds() {
		this.entra.accessTokenLifetime(Duration.ofSeconds(1));
		signIn();
		this.entra.refuseResource("https://api.securitycenter.microsoft.com");
		var answer = this.rune.get(MACHINE);
		Problems.assertProblem(answer, 401, "session-expired");
		assertThat(answer.json().path("detail").stringValue("")).contains("consent");
	}

	private Instant authenticatedAt() {
		return Instant.parse(this.rune.get("/api/me").json().path("authenticated_at").stringValue(""));
	}

	/** Goes to the sign-in as a page would, and lets Rune sign in there. */
	private void stepUp(String path, String sent) {
		assertThat(this.rune.get(path).header("Location")).contains(sent);
		assertThat(this.rune.signInAt(path, People.RUNE_RESPONDER).body()).contains("You are signed in");
	}

	private static void stepUpRequired(Client.Answer answer) {
		Problems.assertProblem(answer, 401, "step-up-required");
		assertThat(answer.json().path("login_url").stringValue()).isEqualTo("/login/step-up");
		assertThat(answer.body() + answer.response().headers().map()).doesNotContain("acrs", "essential", "YWNycyI");
	}

}
