package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.List;

import io.github.defenderbff.HandMovedClock;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** No text form shows a token, since text forms end up in logs. */
class MaskedTests {

	@Test
	void noTextFormShowsAToken() {
		var record = TestSessions.record(Instant.EPOCH, Instant.EPOCH, "first-refresh-token");
		var renewal = TestSessions.renewal((_) -> {
			throw new AssertionError("nothing is renewed here");
		}, new HandMovedClock());
		var session = TestSessions.live(record, renewal, new HandMovedClock(), (_) -> {
		});
		assertThat(List.of(record, record.tokens(), record.tokens().accessToken(), session, session.caller(),
				new SignedIn(session.caller())))
			.allSatisfy((each) -> assertThat(each.toString()).doesNotContain("first-access-token")
				.doesNotContain("first-refresh-token"));
	}

}
