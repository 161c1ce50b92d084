package io.github.defenderbff.signin;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.store.TestStores;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** What is told of requests that may be another site's. */
class RefusedRequestsTests {

	private static final String ORIGIN = "https://app.example.com";

	private final HandMovedClock clock = new HandMovedClock();

	private final List<Object> events = new ArrayList<>();

	private final SignInProperties properties = TestSessions.properties("https://bff.example.com");

	private final Sessions sessions = sessions();

	private final RefusedRequests refused = new RefusedRequests(this.sessions, this.clock, this.events::add);

	private Sessions sessions() {
		var shelves = TestStores.shelves(this.clock);
		return new Sessions(shelves, TestSessions.traces(shelves, this.events::add), new SessionRates(this.properties),
				new Cookies(this.properties), this.properties,
				TestSessions.renewal(new ScriptedProvider(this.clock), this.clock), (_) -> {
					throw new AssertionError("nobody asks for groups here");
				}, this.clock, this.events::add);
	}

	private static MockHttpServletRequest from(String address) {
		var request = new MockHttpServletRequest("POST", "/api/alerts");
		request.setRemoteAddr(address);
		return request;
	}

	private MockHttpServletRequest ofAda() {
		var now = this.clock.instant();
		var response = new MockHttpServletResponse();
		var record = TestSessions.record(now, now.plusSeconds(3600), null);
		this.sessions.begin(record, new MockHttpServletRequest(), response);
		var cookie = String.valueOf(response.getHeader("Set-Cookie"));
		var value = cookie.indexOf('=') + 1;
		var request = from("192.0.2.1");
		request.setCookies(new Cookie(cookie.substring(0, value - 1), cookie.substring(value, cookie.indexOf(';'))));
		return request;
	}

	@Test
	void areToldOnceAMinuteForEachAddressAndReason() {
		for (var request = 0; request < 3; request++) {
			this.refused.tell(from("192.0.2.1"), ProblemType.CSRF_TOKEN_INVALID);
		}
		this.refused.tell(from("192.0.2.1"), ProblemType.CROSS_SITE_REQUEST);
		this.refused.tell(from("192.0.2.2"), ProblemType.CSRF_TOKEN_INVALID);
		assertThat(this.events).hasSize(3);
		this.clock.move(Duration.ofMinutes(1));
		this.refused.tell(from("192.0.2.1"), ProblemType.CSRF_TOKEN_INVALID);
		assertThat(this.events).hasSize(4)
			.last()
			.isEqualTo(new RequestRefused(null, null, "csrf-token-invalid", "/api/alerts"));
	}

	@Test
	void nameWhoseSessionItWasWithoutUsingIt() {
		var request = ofAda();
		this.refused.tell(from("192.0.2.1"), ProblemType.CSRF_TOKEN_INVALID);
		this.clock.move(this.properties.idleTimeout().minusSeconds(1));
		this.refused.tell(request, ProblemType.CSRF_TOKEN_INVALID);
		assertThat(this.events).last().isInstanceOfSatisfying(RequestRefused.class, (event) -> {
			assertThat(event.subject()).isEqualTo(TestSessions.ADA.subject());
			assertThat(event.session()).hasSize(16);
		});
		this.clock.move(Duration.ofSeconds(1));
		assertThat(this.sessions.peek(request)).isEmpty();
	}

	@Test
	void ofApplicationsNameNobody() {
		var request = ofAda();
		request.addHeader("Authorization", "Bearer token");
		this.refused.tell(request, ProblemType.CROSS_SITE_REQUEST);
		assertThat(this.events).containsExactly(new RequestRefused(null, null, "cross-site-request", "/api/alerts"));
	}

	@Test
	void longPathIsCutOff() {
		var request = from("192.0.2.1");
		request.setRequestURI("/" + "a".repeat(5000));
		this.refused.tell(request, ProblemType.CROSS_SITE_REQUEST);
		assertThat(this.events).singleElement()
			.isInstanceOfSatisfying(RequestRefused.class, (event) -> assertThat(event.path()).hasSize(200));
	}

	@Test
	void listedOriginThatMayNotDoThisIsOneOfThem() throws Exception {
		var listed = new SignInProperties(this.properties.baseUrl(), TestSessions.RESOURCE, List.of("Machine.Read"),
				List.of(), null, Duration.ofHours(8), Duration.ofMinutes(30), 1200, List.of(), List.of(ORIGIN));
		var cors = new CrossOrigin();
		var filter = cors.corsFilter(cors.corsConfigurationSource(listed), this.refused);
		for (var method : Set.of("GET", "POST")) {
			var request = from("192.0.2.1");
			request.setMethod(method);
			request.addHeader("Origin", ORIGIN);
			var response = new MockHttpServletResponse();
			filter.doFilter(request, response, new MockFilterChain());
			assertThat(response.getStatus()).isEqualTo(method.equals("GET") ? 200 : 403);
		}
		assertThat(this.events).containsExactly(new RequestRefused(null, null, "cross-origin-request", "/api/alerts"));
	}

}
