package io.github.defenderbff.signin;

import java.time.Duration;
import java.util.Objects;
import java.util.Set;

import io.github.defenderbff.HandMovedClock;
import jakarta.servlet.http.Cookie;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

import static org.assertj.core.api.Assertions.assertThat;

/** Sign-ins under way. */
class SignInTransactionsTests {

	private final HandMovedClock clock = new HandMovedClock();

	private final SignInProperties properties = TestSessions.properties("https://bff.example.com");

	private final Cookies cookies = new Cookies(this.properties);

	private final SignInTransactions transactions = TestSessions.transactions(this.properties, this.clock);

	private static OAuth2AuthorizationRequest transaction(String state) {
		var purpose = new SignInPurpose(ReturnPath.of("/machines"), Set.of(), Set.of(), null, null, null);
		return purpose.keptIn(OAuth2AuthorizationRequest.authorizationCode()
			.authorizationUri("https://login.example.com/authorize")
			.clientId("client")
			.state(state)
			.build());
	}

	/** Starts a sign-in; the answer is the browser's cookie. */
	private String begin(String state, @Nullable String browser) {
		var response = new MockHttpServletResponse();
		this.transactions.saveAuthorizationRequest(transaction(state), request(null, browser), response);
		return Objects.requireNonNull(response.getCookie(this.cookies.signInName())).getValue();
	}

	private MockHttpServletRequest request(@Nullable String state, @Nullable String browser) {
		var request = new MockHttpServletRequest();
		if (state != null) {
			request.setParameter("state", state);
		}
		if (browser != null) {
			request.setCookies(new Cookie(this.cookies.signInName(), browser));
		}
		return request;
	}

	private @Nullable OAuth2AuthorizationRequest complete(@Nullable String state, @Nullable String browser) {
		return this.transactions.removeAuthorizationRequest(request(state, browser), new MockHttpServletResponse());
	}

	@Test
	void areUsedOnce() {
		var browser = begin("s1", null);
		assertThat(complete("s1", browser)).isNotNull();
		assertThat(complete("s1", browser)).isNull();
	}

	@Test
	void liveTenMinutesWhateverElseTheBrowserStarts() {
		var browser = begin("s1", null);
		this.clock.move(Duration.ofMinutes(9));
		begin("s2", browser);
		this.clock.move(Duration.ofMinutes(2));
		assertThat(complete("s1", browser)).isNull();
		assertThat(complete("s2", browser)).isNotNull();
	}

	@Test
	void areBoundToTheBrowser() {
		var browser = begin("s1", null);
		var other = begin("s2", null);
		assertThat(browser).isNotEqualTo(other);
		assertThat(complete("s1", other)).isNull();
		assertThat(complete("s1", null)).isNull();
		assertThat(complete("s1", "")).isNull();
		assertThat(complete("s1", browser)).isNotNull();
	}

	@Test
	void needTheirState() {
		var browser = begin("s1", null);
		assertThat(complete(null, browser)).isNull();
		assertThat(complete("s2", browser)).isNull();
		assertThat(complete("s1", browser)).isNotNull();
	}

	@Test
	void goOnNextToEachOther() {
		var browser = begin("s1", null);
		assertThat(begin("s2", browser)).isEqualTo(browser);
		assertThat(complete("s2", browser)).isNotNull();
		assertThat(complete("s1", browser)).isNotNull();
	}

	@Test
	void areFiveAtTheMostAndTheOldestGives() {
		var browser = begin("s1", null);
		for (var number = 2; number <= 6; number++) {
			begin("s" + number, browser);
		}
		assertThat(complete("s1", browser)).isNull();
		for (var number = 2; number <= 6; number++) {
			assertThat(complete("s" + number, browser)).isNotNull();
		}
	}

	@Test
	void rememberWhereToReturn() {
		var request = request("s1", begin("s1", null));
		this.transactions.removeAuthorizationRequest(request, new MockHttpServletResponse());
		assertThat(SignInPurpose.completedBy(request).returnTo()).isEqualTo(ReturnPath.of("/machines"));
	}

	@Test
	void setACookieThatScriptsCannotReadAndOnlyTheProvidersRedirectCarries() {
		var response = new MockHttpServletResponse();
		this.transactions.saveAuthorizationRequest(transaction("s1"), request(null, null), response);
		assertThat(response.getHeader("Set-Cookie")).startsWith("__Host-Http-signin=")
			.contains("; Path=/;", "; Secure", "; HttpOnly", "; SameSite=Lax", "; Max-Age=600;");
	}

}
