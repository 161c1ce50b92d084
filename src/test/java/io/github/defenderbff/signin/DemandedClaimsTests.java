package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

import io.github.defenderbff.HandMovedClock;
import jakarta.servlet.http.Cookie;
import org.junit.jupiter.api.Test;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** What the provider demands for a code, and the next sign-in then asks for. */
class DemandedClaimsTests {

	private static final String CLAIMS = "{\"access_token\":{\"acrs\":{\"value\":\"c1\"}}}";

	private static final Map<String, Object> REFUSAL = Map.of("error", "interaction_required", "claims", CLAIMS);

	private static final SignInPurpose PURPOSE = new SignInPurpose(ReturnPath.HOME, Set.of(), Set.of(), null, null,
			null);

	private final SignInProperties properties = TestSessions.properties("https://bff.example.com");

	private final Cookies cookies = new Cookies(this.properties);

	private final HandMovedClock clock = new HandMovedClock();

	private final SignInTransactions transactions = TestSessions.transactions(this.properties, this.clock);

	private final SignInOutcome outcome = new SignInOutcome((_, _, _, _) -> null,
			new AdminConsent(TestSessions.registrations(), this.transactions, TestSessions.scopes(false),
					this.properties),
			this.transactions, TestSessions.none(this.properties, this.cookies, this.clock), (_) -> {
			});

	private final SignInRequests requests = new SignInRequests(TestSessions.registrations(), this.transactions,
			TestSessions.scopes(false));

	private final MockHttpServletResponse response = new MockHttpServletResponse();

	private final Map<String, String> browsers = new HashMap<>();

	/** A request of a browser that has begun to sign in before. */
	private MockHttpServletRequest from(String browser) {
		var request = new MockHttpServletRequest();
		request
			.setCookies(new Cookie(this.cookies.signInName(), this.browsers.computeIfAbsent(browser, (_) -> begun())));
		request.addHeader("Accept", "text/html");
		return request;
	}

	private String begun() {
		var redirect = new MockHttpServletResponse();
		try {
			this.requests.signIn(PURPOSE, new MockHttpServletRequest(), redirect);
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
		return Objects.requireNonNull(redirect.getCookie(this.cookies.signInName())).getValue();
	}

	private String refused(Map<String, Object> members) throws IOException {
		var page = new MockHttpServletResponse();
		this.outcome.onAuthenticationFailure(from("one"), page,
				new OAuth2AuthenticationException(TokenError.of(members)));
		return page.getContentAsString();
	}

	private String signIn(String browser) throws IOException {
		var redirect = new MockHttpServletResponse();
		this.requests.signIn(PURPOSE, from(browser), redirect);
		return String.valueOf(redirect.getRedirectedUrl());
	}

	@Test
	void areAskedForOnceByTheNextSignInOfTheBrowser() throws IOException {
		assertThat(refused(REFUSAL)).contains("wants to see you again", "href=\"/login\"").doesNotContain("acrs");
		assertThat(signIn("two")).doesNotContain("claims=");
		assertThat(signIn("one")).contains("claims=%7B%22access_token");
		assertThat(signIn("one")).doesNotContain("claims=");
	}

	@Test
	void areAskedForByAConsentToo() throws IOException {
		refused(REFUSAL);
		this.requests.consent(PURPOSE, from("one"), this.response);
		assertThat(this.response.getRedirectedUrl()).contains("claims=%7B%22access_token");
	}

	@Test
	void areAskedForByAStepUpToo() throws IOException {
		refused(REFUSAL);
		this.requests.stepUp(PURPOSE, from("one"), this.response);
		assertThat(this.response.getRedirectedUrl()).contains("claims=%7B%22access_token", "prompt=login");
	}

	@Test
	void belongToThePurposeSoThatRenewalsAskForThemToo() throws IOException {
		refused(REFUSAL);
		var query = UriComponentsBuilder.fromUriString(signIn("one")).build().getQueryParams();
		var request = from("one");
		request.setParameter("state", String.valueOf(query.getFirst("state")).replace("%3D", "="));
		this.transactions.removeAuthorizationRequest(request, this.response);
		assertThat(SignInPurpose.completedBy(request).claims()).isEqualTo(new Claims(CLAIMS));
	}

	@Test
	void missingConsentIsToldAsSuch() throws IOException {
		assertThat(refused(Map.of("error", "invalid_grant", "suberror", "consent_required")))
			.contains("only an administrator can consent");
	}

}
