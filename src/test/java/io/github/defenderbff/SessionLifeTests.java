package io.github.defenderbff;

import java.time.Duration;

import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.entra.ScopeForm;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** How a session lives on its tokens, and ends with them. */
@OnSandbox
class SessionLifeTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private static final Duration SHORT = Duration.ofSeconds(1);

	private final Bff bff;

	private final EntraLookAlike entra;

	SessionLifeTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
	}

	@Test
	void sessionEndsWithItsRefreshToken() {
		this.entra.accessTokenLifetime(SHORT);
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.revokeRefreshTokens(People.RUNE_RESPONDER.objectId());
		var answer = rune.get(MACHINE);
		Problems.assertProblem(answer, 401, "session-expired");
		assertThat(answer.json().path("login_url").stringValue()).isEqualTo("/login");
		assertThat(rune.get("/api/session").json().path("signed_in").booleanValue(true)).isFalse();
		Problems.assertProblem(rune.get("/api/me"), 401, "session-expired");
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
	}

	@Test
	void revokedRefreshTokenOfOneSessionLeavesTheNextOneAlone() {
		this.entra.accessTokenLifetime(SHORT);
		var old = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.revokeRefreshTokens(People.RUNE_RESPONDER.objectId());
		var fresh = this.bff.signIn(People.RUNE_RESPONDER);
		Problems.assertProblem(old.get(MACHINE), 401, "session-expired");
		assertThat(fresh.get(MACHINE).status()).isEqualTo(200);
	}

	@Test
	void tokenThatEndedIsRenewedOnceForAllWhoNeedIt() {
		this.entra.accessTokenLifetime(SHORT);
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.accessTokenLifetime(Duration.ofHours(1));
		this.entra.delayTokenEndpoint(Duration.ofMillis(200));
		var statuses = Concurrently.run(20, (call) -> rune.get("/api/alerts?$skip=" + call).status());
		assertThat(statuses).hasSize(20).containsOnly(200);
		assertThat(this.entra.tokenRequests()).extracting((request) -> request.grantType())
			.containsExactly("authorization_code", "refresh_token");
	}

	@ParameterizedTest
	@ValueSource(ints = { 429, 500, 503, 0 })
	void outageOfTheProviderIsToldAndSurvived(int status) throws InterruptedException {
		this.entra.accessTokenLifetime(SHORT);
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		Thread.sleep(SHORT.plusMillis(100));
		fail(status);
		Problems.assertProblem(rune.get(MACHINE), 503, "identity-provider-unreachable");
		assertThat(rune.get("/api/session").json().path("signed_in").booleanValue(false)).isTrue();
		assertThat(this.bff.sandbox().defender().requests()).isEmpty();
		this.entra.restoreTokenEndpoint();
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(ints = { 503, 0 })
	void outageIsNotNoticedWhileTheTokenIsStillGood(int status) {
		this.entra.accessTokenLifetime(Duration.ofSeconds(50));
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		fail(status);
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
	}

	@ParameterizedTest
	@ValueSource(ints = { 400, 503, 0 })
	void signInDuringAnOutageFailsAndCanBeRepeated(int status) {
		var rune = this.bff.anonymous();
		fail(status);
		Problems.assertProblem(rune.get(rune.wayBack("/login", People.RUNE_RESPONDER)), 400, "sign-in-failed");
		assertThat(rune.cookie("session")).isEmpty();
		this.entra.restoreTokenEndpoint();
		assertThat(rune.get(rune.wayBack("/login", People.RUNE_RESPONDER)).status()).isEqualTo(200);
	}

	@Test
	void grantThatTheProviderDoesNotStateIsUnknown() {
		this.entra.scopeForm(ScopeForm.ABSENT);
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(rune.get("/api/me").json().path("grant").path("state").stringValue("")).isEqualTo("unknown");
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
		var refusal = rune.post(MACHINE + "/isolate", "{\"Comment\":\"why\"}");
		Problems.assertProblem(refusal, 403, "permission-unproven");
		assertThat(refusal.reasons()).containsExactly("NotKnown");
		assertThat(this.bff.sandbox().defender().requests()).noneMatch((request) -> request.method().equals("POST"));
	}

	@ParameterizedTest
	@EnumSource(value = ScopeForm.class, names = { "FULL", "SHORT", "UPPERCASE" })
	void grantIsUnderstoodInEveryForm(ScopeForm form) {
		this.entra.scopeForm(form);
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(rune.get("/api/me").json().path("grant").path("values").valueStream())
			.extracting((scope) -> scope.stringValue(""))
			.contains("Machine.Isolate", "URL.Read.All")
			.doesNotContain("Machine.Offboard");
		assertThat(rune.post(MACHINE + "/isolate", "{\"Comment\":\"why\"}").status()).isEqualTo(201);
	}

	@Test
	void renewalWithoutAScopeConfirmsTheGrant() {
		this.entra.accessTokenLifetime(SHORT);
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.scopeForm(ScopeForm.ABSENT);
		assertThat(rune.get(MACHINE).status()).isEqualTo(200);
		assertThat(rune.post(MACHINE + "/isolate", "{\"Comment\":\"why\"}").status()).isEqualTo(201);
	}

	private void fail(int status) {
		if (status == 0) {
			this.entra.failTokenEndpointWithOutage();
		}
		else {
			this.entra.failTokenEndpoint(status);
		}
	}

}
