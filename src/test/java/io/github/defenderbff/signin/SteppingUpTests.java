package io.github.defenderbff.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a session does when its tokens do not suffice. */
class SteppingUpTests {

	private static final Duration HOUR = Duration.ofHours(1);

	/** So long that no token lives on, whatever the real time is. */
	private static final Duration LONG = Duration.ofDays(10_000);

	private static final Claims MFA = new Claims("{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}");

	private static final Claims NEWER = new Claims("{\"access_token\":{\"nbf\":{\"value\":\"1\"}}}");

	private final HandMovedClock clock = new HandMovedClock();

	private final ScriptedProvider provider = new ScriptedProvider(this.clock);

	private final List<Object> events = new ArrayList<>();

	private final LiveSession session = session(new StepUp.None());

	private LiveSession session(StepUp stepUp) {
		var now = this.clock.instant();
		var record = TestSessions.record(now, now.plus(HOUR), "first-refresh-token");
		return TestSessions.live(
				new SessionRecord(record.person(), record.evidence(), record.tokens(), now, null, stepUp, false,
						record.origin()),
				TestSessions.renewal(this.provider, this.clock), this.clock, this.events::add);
	}

	private List<@Nullable Claims> asked() {
		var claims = new ArrayList<@Nullable Claims>();
		this.provider.asked().forEach((request) -> claims.add(request.claims()));
		return claims;
	}

	private static void blocked(LiveSession session, ProblemType type) {
		assertThatExceptionOfType(StepUpRequired.class).isThrownBy(session::accessToken)
			.satisfies((failure) -> told(failure, type));
	}

	private static void told(Failure failure, ProblemType type) {
		assertThat(failure.type()).isEqualTo(type);
		assertThat(failure.getBody().getProperties()).containsEntry("login_url", "/login/step-up");
		assertThat(failure.getBody().toString()).doesNotContain("acrs", "c1");
	}

	@Test
	void asksOnceForATokenWithTheClaimsThatAreDemanded() {
		var token = this.session.accessToken();
		var other = this.session.insteadOf(token, MFA);
		assertThat(other.value()).isEqualTo("access-token-1");
		assertThat(this.session.insteadOf(token, MFA)).as("for all who were challenged").isEqualTo(other);
		assertThat(asked()).containsExactly(MFA);
		assertThat(this.events).contains(new SessionChanged(TestSessions.ADA));
	}

	@Test
	void goesOnAskingForTheClaims() {
		this.session.insteadOf(this.session.accessToken(), MFA);
		this.clock.move(LONG);
		assertThat(this.session.accessToken().value()).isEqualTo("access-token-2");
		assertThat(asked()).containsExactly(MFA, MFA);
	}

	@Test
	void asksAgainWhenOtherClaimsAreDemanded() {
		var token = this.session.insteadOf(this.session.accessToken(), MFA);
		assertThat(this.session.insteadOf(token, NEWER).value()).isEqualTo("access-token-2");
		assertThat(asked()).containsExactly(MFA, NEWER);
	}

	@Test
	void asksForTheClaimsThoughTheTokenWasRenewedInBetween() {
		var token = this.session.accessToken();
		this.session.insteadOf(token);
		assertThat(this.session.insteadOf(token, MFA).value()).isEqualTo("access-token-2");
		assertThat(asked()).containsExactly(null, MFA);
	}

	@Test
	void hasNoTokenUntilTheSignInWhenThatOneIsChallengedToo() {
		var token = this.session.insteadOf(this.session.accessToken(), MFA);
		told(this.session.challenged(token, MFA), ProblemType.STEP_UP_REQUIRED);
		this.clock.move(LONG);
		blocked(this.session, ProblemType.STEP_UP_REQUIRED);
		assertThatExceptionOfType(StepUpRequired.class).isThrownBy(() -> this.session.insteadOf(token));
		assertThatExceptionOfType(StepUpRequired.class).isThrownBy(() -> this.session.insteadOf(token, NEWER));
		assertThat(asked()).containsExactly(MFA);
		assertThat(this.session.record().stepUp()).isEqualTo(new StepUp.Pending(MFA));
		assertThat(this.session.record().tokens().accessToken().value()).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "interaction_required", "login_required", "consent_required" })
	void hasNoTokenUntilTheSignInThatTheProviderWants(String error) {
		this.provider.refuse(error);
		this.clock.move(HOUR.minusSeconds(1));
		blocked(this.session, ProblemType.STEP_UP_REQUIRED);
		this.provider.refuse((String) null);
		blocked(this.session, ProblemType.STEP_UP_REQUIRED);
		assertThat(this.session.usable(Duration.ofHours(8))).isTrue();
		assertThat(this.provider.asked()).hasSize(1);
		assertThat(this.session.record().stepUp()).isEqualTo(new StepUp.Pending(null));
		assertThat(this.events).hasSize(1);
	}

	@Test
	void remembersTheClaimsThatTheProviderWants() {
		this.provider.refuse(Map.of("error", "interaction_required", "claims", MFA.json()));
		this.clock.move(HOUR);
		blocked(this.session, ProblemType.STEP_UP_REQUIRED);
		assertThat(this.session.record().stepUp()).isEqualTo(new StepUp.Pending(MFA));
	}

	@ParameterizedTest
	@ValueSource(strings = { "[]", "x", "", "{\"a\":" })
	void passesOverClaimsThatMakeNoSense(String claims) {
		this.provider.refuse(Map.of("error", "interaction_required", "claims", claims));
		assertThatExceptionOfType(StepUpRequired.class)
			.isThrownBy(() -> this.session.insteadOf(this.session.accessToken(), MFA));
		assertThat(this.session.record().stepUp()).isEqualTo(new StepUp.Pending(MFA));
	}

	@Test
	void saysSoWhenTheSignInWasInVain() {
		var session = session(new StepUp.Asked(MFA, true));
		var token = session.accessToken();
		assertThatExceptionOfType(StepUpRequired.class).isThrownBy(() -> session.insteadOf(token, MFA))
			.satisfies((failure) -> told(failure, ProblemType.STEP_UP_INSUFFICIENT));
		blocked(session, ProblemType.STEP_UP_INSUFFICIENT);
		assertThat(this.provider.asked()).isEmpty();
	}

	@Test
	void signInIsNotInVainForTokensThatCameLater() {
		var session = session(new StepUp.Asked(MFA, true));
		var renewed = session.insteadOf(session.accessToken());
		assertThatExceptionOfType(StepUpRequired.class).isThrownBy(() -> session.insteadOf(renewed, MFA))
			.satisfies((failure) -> told(failure, ProblemType.STEP_UP_REQUIRED));
		assertThat(asked()).containsExactly(MFA);
	}

	@Test
	void signInIsNotInVainWhenOtherClaimsAreDemanded() {
		var session = session(new StepUp.Asked(MFA, true));
		assertThat(session.insteadOf(session.accessToken(), NEWER).value()).isEqualTo("access-token-1");
		assertThat(asked()).containsExactly(NEWER);
	}

	@Test
	void outageLeavesTheDemandForLater() {
		var token = this.session.accessToken();
		this.provider.refuse("temporarily_unavailable");
		assertThatExceptionOfType(IdentityProviderUnreachable.class)
			.isThrownBy(() -> this.session.insteadOf(token, MFA));
		this.provider.refuse((String) null);
		assertThat(this.session.accessToken().value()).isEqualTo("access-token-2");
		assertThat(asked()).containsExactly(MFA, MFA);
	}

}
