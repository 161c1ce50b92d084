package io.github.defenderbff;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages in a real browser, which alone knows cookies, redirects and policies. */
@OnSandbox
@OnChromium
class BrowserTests {

	private final Tab tab;

	BrowserTests(Bff bff, Chromium chromium) {
		this.tab = chromium.open(bff.address());
	}

	@AfterEach
	void noPageComplains() {
		this.tab.close();
		assertThat(this.tab.complaints()).isEmpty();
	}

	@Test
	void sessionCookieIsKeptFromScriptsAndOtherSites() {
		this.tab.signIn(People.RUNE_RESPONDER, "/");
		var session = this.tab.page()
			.context()
			.cookies()
			.stream()
			.filter((cookie) -> cookie.name.equals("session"))
			.findFirst()
			.orElseThrow();
		assertThat(session.httpOnly).isTrue();
		assertThat(session.sameSite).isEqualTo(SameSiteAttribute.STRICT);
	}

	@Test
	void strictSessionCookieIsSentRightAfterTheLandingPage() {
		this.tab.signIn(People.RUNE_RESPONDER, "/api/me");
		assertThat(this.tab.page().locator("body")).containsText("rune@nordhavn.example");
	}

	@Test
	void signOutButtonEndsTheSession() {
		this.tab.signIn(People.RUNE_RESPONDER, "/");
		assertThat(this.tab.statusOf("/api/me")).isEqualTo(200);
		this.tab.exactly(AriaRole.BUTTON, "Sign out").click();
		assertThat(status()).hasText("You are not signed in.");
		assertThat(this.tab.exactly(AriaRole.LINK, "Sign in")).isVisible();
		assertThat(this.tab.statusOf("/api/me")).isEqualTo(401);
	}

	private Locator status() {
		return this.tab.page().locator("#status");
	}

}
