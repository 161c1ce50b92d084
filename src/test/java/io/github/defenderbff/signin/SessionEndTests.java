package io.github.defenderbff.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

import io.github.defenderbff.HandMovedClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is told of the end of a session. */
class SessionEndTests {

	private final HandMovedClock clock = new HandMovedClock();

	private final List<Object> events = new ArrayList<>();

	private final ScriptedProvider provider = new ScriptedProvider(this.clock);

	private final LiveSession session = TestSessions.live(
			TestSessions.record(this.clock.instant(), this.clock.instant().plusSeconds(3600), "refresh"),
			TestSessions.renewal(this.provider, this.clock), this.clock, this.events::add);

	/** And that nobody may rely on what was known of the person. */
	private void assertEndedOnceFor(SessionEnd why) {
		assertThat(this.events).filteredOn((event) -> event instanceof SignInEvent)
			.containsExactly(
					new SignInEvent.Ended(TestSessions.ADA.subject(), why, this.session.id().substring(0, 16)));
		assertThat(this.events).contains(new SessionChanged(TestSessions.ADA));
	}

	@Test
	void itEndsOnceForTheFirstReason() {
		this.session.end(SessionEnd.SIGNED_OUT);
		this.session.end();
		this.session.end(SessionEnd.TOO_OLD);
		assertEndedOnceFor(SessionEnd.SIGNED_OUT);
	}

	@Test
	void whatTheProviderDoesNotRenewEnds() {
		this.provider.refuse("invalid_grant");
		this.clock.move(Duration.ofHours(1));
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(this.session::accessToken);
		assertEndedOnceFor(SessionEnd.NOT_RENEWED);
	}

	@Test
	void whatDefenderRejectsEnds() {
		this.session.end();
		assertEndedOnceFor(SessionEnd.REJECTED);
	}

}
