package io.github.defenderbff;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.sandbox.defender.Fault;
import io.github.sandbox.entra.EntraLookAlike;
import io.github.sandbox.entra.ScopeForm;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What is written down of sign-ins, sessions and consents, one entry for each event. */
@OnSandbox
class SignInAuditTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private final Bff bff;

	private final EntraLookAlike entra;

	private final AuditCapture audit = new AuditCapture();

	SignInAuditTests(Bff bff) {
		this.bff = bff;
		this.entra = bff.sandbox().entra();
	}

	@AfterEach
	void close() {
		this.audit.close();
	}

	@Test
	void signInIsWrittenWithWhatItBrought() {
		this.bff.signIn(People.RUNE_RESPONDER);
		var entry = this.audit.only("sign-in");
		AuditCapture.assertBy(entry, People.RUNE_RESPONDER);
		AuditCapture.assertFields(entry, Map.of("/event/outcome", "success", "/defender/purpose", "sign-in"));
		assertThat(AuditCapture.texts(entry, "/defender/scopes")).contains("Machine.Isolate", "Machine.Read");
		assertThat(AuditCapture.texts(entry, "/event/category")).containsExactly("authentication", "session");
		assertThat(AuditCapture.texts(entry, "/event/type")).containsExactly("start");
		assertThat(Instant.parse(AuditCapture.text(entry, "/@timestamp")))
			.isBetween(Instant.now().minus(Duration.ofMinutes(1)), Instant.now());
		assertThat(this.audit.actions()).containsExactly("sign-in");
	}

	@Test
	void failedSignInsAreWrittenWithTheirReason() {
		var stranger = this.bff.anonymous();
		stranger.get("/login/oauth2/code/defender?code=a&state=forged");
		AuditCapture.assertFields(this.audit.only("sign-in-failed"), Map.of("/event/outcome", "failure",
				"/event/reason", "authorization_request_not_found", "/user/id", ""));
		this.entra.failTokenEndpointWithOutage();
		stranger.get(stranger.wayBack("/login", People.RUNE_RESPONDER));
		assertThat(this.audit.actions()).containsExactly("sign-in-failed", "sign-in-failed");
	}

	@Test
	void somebodyElsesSignInIsWrittenAsAFailure() {
		this.entra.omitClaims("login_hint");
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.reset();
		rune.get(rune.wayBack("/login/step-up", People.ADA_ADMIN));
		var entry = this.audit.only("sign-in-failed");
		AuditCapture.assertBy(entry, People.RUNE_RESPONDER);
		AuditCapture.assertFields(entry, Map.of("/event/reason", "somebody-else"));
	}

	@Test
	void signOutIsWrittenAndEndsNothingTwice() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.post("/logout", "", "Accept", "application/json");
		rune.post("/logout", "", "Accept", "application/json");
		assertThat(this.audit.actions()).containsExactly("sign-in", "sign-out");
		AuditCapture.assertBy(this.audit.only("sign-out"), People.RUNE_RESPONDER);
	}

	@Test
	void sessionThatAnotherReplacesEnds() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		rune.signIn(People.RUNE_RESPONDER);
		assertThat(this.audit.actions()).containsExactly("sign-in", "session-end", "sign-in");
		AuditCapture.assertFields(this.audit.only("session-end"),
				Map.of("/event/reason", "replaced", "/user/id", People.RUNE_RESPONDER.objectId()));
	}

	@Test
	void sessionThatIsNotRenewedEndsOnce() {
		this.entra.accessTokenLifetime(Duration.ofSeconds(1));
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.entra.revokeRefreshTokens(People.RUNE_RESPONDER.objectId());
		rune.get(MACHINE);
		rune.get(MACHINE);
		assertThat(this.audit.actions()).containsExactly("sign-in", "session-end");
		AuditCapture.assertFields(this.audit.only("session-end"), Map.of("/event/reason", "not-renewed"));
	}

	@Test
	void sessionThatDefenderRejectsEnds() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		this.bff.sandbox().defender().failNext(Fault.status(401, "Unauthorized"));
		this.bff.sandbox().defender().failNext(Fault.status(401, "Unauthorized"));
		Problems.assertProblem(rune.get("/api/alerts"), 401, "session-expired");
		AuditCapture.assertFields(this.audit.only("session-end"), Map.of("/event/reason", "rejected"));
	}

	@Test
	void consentIsWrittenWhenItIsInForce() {
		this.bff.signIn(People.ADA_ADMIN).consent("Machine.LiveResponse");
		var entry = this.audit.only("consent");
		AuditCapture.assertBy(entry, People.ADA_ADMIN);
		AuditCapture.assertFields(entry, Map.of("/event/outcome", "success"));
		assertThat(AuditCapture.texts(entry, "/defender/scopes")).containsExactly("Machine.LiveResponse");
		assertThat(this.audit.entries().stream().map((each) -> AuditCapture.text(each, "/defender/purpose")))
			.contains("consent");
	}

	@Test
	void consentOfWhichTheProviderSaysNothingIsNotWritten() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		this.entra.scopeForm(ScopeForm.ABSENT);
		ada.consent("Machine.LiveResponse");
		assertThat(this.audit.actions()).containsExactly("sign-in", "session-end", "sign-in");
		assertThat(this.audit.entries().getLast().at("/defender/scopes").isMissingNode()).isTrue();
	}

	@Test
	void consentThatIsRefusedIsWritten() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		try (var browser = ada.browser()) {
			var page = browser.open(this.bff.address().resolve("/login/consent?scope=Machine.Offboard"));
			browser.press(page, "cancel");
		}
		var entry = this.audit.only("consent-refused");
		AuditCapture.assertBy(entry, People.ADA_ADMIN);
		AuditCapture.assertFields(entry, Map.of("/event/outcome", "failure", "/event/reason", "consent-declined"));
		assertThat(AuditCapture.texts(entry, "/defender/scopes")).containsExactly("Machine.Offboard");
	}

	@Test
	void endOfASessionNamesThatSessionWhoeverEndsIt() {
		var first = this.bff.signIn(People.RUNE_RESPONDER);
		var second = this.bff.signIn(People.RUNE_RESPONDER);
		var names = this.audit.entries().stream().map(AuditCapture::session).toList();
		assertThat(names).doesNotHaveDuplicates().doesNotContain("");
		var other = second.get("/api/me/sessions")
			.json()
			.path("sessions")
			.valueStream()
			.filter((each) -> !each.path("current").booleanValue(true))
			.findFirst()
			.orElseThrow()
			.path("id")
			.stringValue("");
		assertThat(other).startsWith(names.getFirst());
		assertThat(second.unsafe("DELETE", "/api/me/sessions/" + other).status()).isEqualTo(204);
		var end = this.audit.only("session-end");
		AuditCapture.assertFields(end,
				Map.of("/event/reason", "ended-by-person", "/defender/session", names.getFirst()));
		first.signIn(People.RUNE_RESPONDER);
		second.signIn(People.RUNE_RESPONDER);
		var replaced = this.audit.entries()
			.stream()
			.filter((entry) -> AuditCapture.text(entry, "/event/reason").equals("replaced"))
			.map(AuditCapture::session);
		assertThat(replaced).containsExactly(names.getLast());
	}

}
