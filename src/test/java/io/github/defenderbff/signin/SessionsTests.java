package io.github.defenderbff.signin;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.store.Shelves;
import io.github.defenderbff.store.TestStores;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

/** How long sessions live, and who finds them. */
class SessionsTests {

	private static final Duration IDLE = Duration.ofMinutes(30);

	private static final Duration ABSOLUTE = Duration.ofHours(8);

	private final HandMovedClock clock = new HandMovedClock();

	private final SignInProperties properties = TestSessions.properties("https://bff.example.com");

	private final Cookies cookies = new Cookies(this.properties);

	private final Shelves shelves = TestStores.shelves(this.clock);

	private final List<Object> events = new ArrayList<>();

	private final Sessions sessions = sessions();

	/** Those of one replica; all of a test share a store. */
	private Sessions sessions() {
		return new Sessions(this.shelves, TestSessions.traces(this.shelves, this.events::add),
				new SessionRates(this.properties), this.cookies, this.properties,
				TestSessions.renewal(new ScriptedProvider(this.clock), this.clock), (_) -> {
					throw new AssertionError("nobody asks for groups here");
				}, this.clock, this.events::add);
	}

	private SessionRecord record(@Nullable Instant refreshExpiresAt) {
		var now = this.clock.instant();
		var record = TestSessions.record(now, now.plus(ABSOLUTE), "first-refresh-token");
		return new SessionRecord(record.person(), record.evidence(),
				new TokenSet(record.tokens().accessToken(), now, now.plus(ABSOLUTE), "first-refresh-token",
						refreshExpiresAt),
				now, null, new StepUp.None(), false, new SessionOrigin("sid-1", "Mozilla/5.0"));
	}

	/** Begins a session; the answer is the browser's secret. */
	private String begin() {
		return begin(record(null));
	}

	private String begin(SessionRecord record) {
		var response = new MockHttpServletResponse();
		this.sessions.begin(record, new MockHttpServletRequest(), response);
		return Objects.requireNonNull(response.getCookie(this.cookies.sessionName())).getValue();
	}

	private MockHttpServletRequest with(String secret) {
		var request = new MockHttpServletRequest();
		request.setCookies(new Cookie(this.cookies.sessionName(), secret));
		return request;
	}

	private boolean lives(String secret) {
		return this.sessions.peek(with(secret)).isPresent();
	}

	@Test
	void areFoundByTheirSecret() {
		var secret = begin();
		assertThat(this.sessions.of(with(secret))).isPresent();
		assertThat(this.sessions.of(with(secret + "x"))).isEmpty();
		assertThat(this.sessions.of(with(""))).isEmpty();
		assertThat(this.sessions.of(new MockHttpServletRequest())).isEmpty();
	}

	@Test
	void haveSecretsOf256BitsThatNeverRepeat() {
		assertThat(begin()).hasSize(43).isNotEqualTo(begin());
	}

	@Test
	void haveACookieThatNeitherScriptsNorOtherSitesGet() {
		var response = new MockHttpServletResponse();
		this.sessions.begin(record(null), new MockHttpServletRequest(), response);
		assertThat(response.getHeader("Set-Cookie")).startsWith("__Host-Http-session=")
			.contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Strict")
			.doesNotContain("Domain", "Max-Age");
	}

	@Test
	void endWhenNobodyUsesThem() {
		var secret = begin();
		this.clock.move(IDLE.minusSeconds(1));
		assertThat(this.sessions.of(with(secret))).isPresent();
		this.clock.move(IDLE.minusSeconds(1));
		assertThat(this.sessions.of(with(secret))).as("used in between").isPresent();
		this.clock.move(IDLE);
		assertThat(this.sessions.of(with(secret))).isEmpty();
	}

	@Test
	void arePutOffByUseAndNotByLooking() {
		var secret = begin();
		this.clock.move(IDLE.minusSeconds(1));
		assertThat(lives(secret)).isTrue();
		var background = with(secret);
		background.addHeader("X-Session-Slide", "false");
		assertThat(this.sessions.of(background)).isPresent();
		this.clock.move(Duration.ofSeconds(1));
		assertThat(this.sessions.of(with(secret))).isEmpty();
	}

	@Test
	void endAfterTheirAbsoluteTimeoutHoweverMuchTheyAreUsed() {
		var secret = begin();
		for (var time = Duration.ZERO; time.compareTo(ABSOLUTE.minusMinutes(10)) < 0; time = time.plusMinutes(10)) {
			assertThat(this.sessions.of(with(secret))).isPresent();
			this.clock.move(Duration.ofMinutes(10));
		}
		this.clock.move(Duration.ofMinutes(10));
		assertThat(this.sessions.of(with(secret))).isEmpty();
		assertThat(this.events).contains(new SessionChanged(TestSessions.ADA));
	}

	@Test
	void endWithTheirRefreshToken() {
		var secret = begin(record(this.clock.instant().plusSeconds(60)));
		this.clock.move(Duration.ofSeconds(59));
		assertThat(lives(secret)).isTrue();
		this.clock.move(Duration.ofSeconds(1));
		assertThat(lives(secret)).isFalse();
	}

	@Test
	void areOneObjectInOneReplica() {
		var secret = begin();
		assertThat(this.sessions.of(with(secret)).orElseThrow()).isSameAs(this.sessions.of(with(secret)).orElseThrow());
	}

	private List<SessionEnd> told() {
		return this.events.stream()
			.filter(SignInEvent.Ended.class::isInstance)
			.map((event) -> ((SignInEvent.Ended) event).why())
			.toList();
	}

	@Test
	void endOfOneThatNobodyUsedIsToldOnceWhenItsCookieComes() {
		var secret = begin();
		var label = this.sessions.of(with(secret)).orElseThrow().id().substring(0, 16);
		this.clock.move(IDLE);
		assertThat(told()).isEmpty();
		assertThat(sessions().peek(with(secret))).isEmpty();
		assertThat(this.sessions.of(with(secret))).isEmpty();
		assertThat(this.events)
			.containsOnlyOnce(new SignInEvent.Ended(TestSessions.ADA.subject(), SessionEnd.IDLE, label));
		assertThat(told()).hasSize(1);
	}

	@Test
	void endOfOneThatNobodyUsedIsToldWhereItsPersonIsLookedFor() {
		begin();
		this.clock.move(IDLE);
		assertThat(this.sessions.ofPerson(TestSessions.ADA.subject())).isEmpty();
		assertThat(told()).containsExactly(SessionEnd.IDLE);
	}

	@Test
	void endOfOneThatNobodyUsedIsToldOverAWeekAndNoLonger() {
		var secret = begin();
		var other = begin();
		this.clock.move(Duration.ofDays(7));
		this.sessions.peek(with(secret));
		assertThat(told()).containsExactly(SessionEnd.IDLE);
		this.clock.move(Duration.ofHours(8));
		this.sessions.peek(with(other));
		assertThat(told()).hasSize(1);
	}

	@Test
	void cookieOfOneThatWasEndedOrNeverBegunTellsNothing() {
		var secret = begin();
		this.sessions.end(this.sessions.of(with(secret)).orElseThrow(), SessionEnd.SIGNED_OUT);
		this.sessions.peek(with(secret));
		this.sessions.peek(with("never-begun"));
		this.clock.move(IDLE);
		this.sessions.peek(with(secret));
		assertThat(told()).containsExactly(SessionEnd.SIGNED_OUT);
	}

	@Test
	void oneThatCannotBeReadHereHasNotEnded() {
		var traces = TestSessions.traces(this.shelves, this.events::add);
		traces.leave("bff:session:0123456789abcdef0123", TestSessions.ADA.subject());
		traces.missed("bff:session:0123456789abcdef0123", (_) -> true);
		assertThat(told()).isEmpty();
		traces.missed("bff:session:0123456789abcdef0123", (_) -> false);
		assertThat(told()).containsExactly(SessionEnd.IDLE);
	}

	@Test
	void areSeenByEveryReplicaAsTheyAre() {
		var secret = begin();
		var other = sessions();
		var here = this.sessions.of(with(secret)).orElseThrow();
		var there = other.of(with(secret)).orElseThrow();
		here.learn(new Groups.Known(Set.of("a"), this.clock.instant()));
		assertThat(there.record().evidence().groups()).isNotEqualTo(here.record().evidence().groups());
		other.of(with(secret));
		assertThat(there.record()).isEqualTo(here.record());
	}

	@Test
	void areGoneEverywhereOnceTheyEnd() {
		var secret = begin();
		var other = sessions();
		var there = other.of(with(secret)).orElseThrow();
		this.sessions.end(this.sessions.of(with(secret)).orElseThrow(), SessionEnd.SIGNED_OUT);
		assertThat(other.of(with(secret))).isEmpty();
		assertThatExceptionOfType(SessionEnded.class).isThrownBy(() -> there.learn(new Groups.Unknown("why")));
		assertThat(this.sessions.ofPerson(TestSessions.ADA.subject())).isEmpty();
	}

	@Test
	void areListedByPersonAndByTheProvidersSession() {
		var secret = begin();
		begin();
		assertThat(this.sessions.ofPerson(TestSessions.ADA.subject())).hasSize(2);
		assertThat(this.sessions.atProvider("sid-1")).hasSize(2);
		assertThat(this.sessions.atProvider("sid-2")).isEmpty();
		this.sessions.end(this.sessions.of(with(secret)).orElseThrow(), SessionEnd.SIGNED_OUT);
		assertThat(this.sessions.ofPerson(TestSessions.ADA.subject())).hasSize(1);
	}

	@Test
	void canBeEndedHoweverOftenTheyAsked() {
		var secret = begin();
		for (var request = 0; request <= this.properties.requestsPerMinute(); request++) {
			var _ = catchThrowable(() -> this.sessions.peek(with(secret)));
		}
		var signOut = with(secret);
		signOut.setMethod("POST");
		signOut.setRequestURI("/logout");
		assertThat(this.sessions.peek(signOut)).isPresent();
		var list = with(secret);
		list.setMethod("GET");
		list.setRequestURI("/api/me/sessions");
		assertThatExceptionOfType(SessionRates.TooManyRequests.class).isThrownBy(() -> this.sessions.of(list));
	}

	@Test
	void areNotPutOffByRequestsThatAreRefused() {
		var secret = begin();
		for (var request = 0; request <= this.properties.requestsPerMinute(); request++) {
			var _ = catchThrowable(() -> this.sessions.of(with(secret)));
		}
		this.clock.move(IDLE.minusSeconds(1));
		var _ = catchThrowable(() -> this.sessions.of(with(secret)));
		this.clock.move(Duration.ofSeconds(1));
		var signOut = with(secret);
		signOut.setMethod("POST");
		signOut.setRequestURI("/logout");
		assertThat(this.sessions.peek(signOut)).isEmpty();
	}

	@Test
	void mayAskSoOftenInAMinuteAndNoOftener() {
		var secret = begin();
		for (var request = 0; request < this.properties.requestsPerMinute(); request++) {
			this.sessions.peek(with(secret));
		}
		assertThatExceptionOfType(SessionRates.TooManyRequests.class)
			.isThrownBy(() -> this.sessions.peek(with(secret)));
		assertThat(this.sessions.peek(with(begin()))).as("another session").isPresent();
	}

}
