package io.github.defenderbff;

import java.util.Locale;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.SameSiteAttribute;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The pages in a real browser, which alone knows cookies, redirects and policies. */
@OnSandbox
@OnChromium
class BrowserTests {

	private final Bff bff;

	private final Tab tab;

	BrowserTests(Bff bff, Chromium chromium) {
		this.bff = bff;
		this.tab = chromium.open(bff.address());
	}

	@AfterEach
	void noPageComplains() {
		this.tab.close();
		assertThat(this.tab.complaints()).isEmpty();
	}

	@Test
	void startPageSignsInAndShowsWhatThePersonMayDo() {
		this.tab.open("/");
		assertThat(status()).hasText("You are not signed in.");
		this.tab.screenshot("start-page-signed-out.png");
		this.tab.exactly(AriaRole.LINK, "Sign in").click();
		this.tab.choose(People.RUNE_RESPONDER).click();
		assertThat(status()).containsText("Signed in as Rune Responder");
		assertThat(this.tab.page()).hasURL(this.bff.address() + "/");
		assertThat(this.tab.named(AriaRole.ROW, "machines.isolate")).containsText("permit");
		assertThat(this.tab.named(AriaRole.ROW, "machines.missingKbs")).containsText("applications only");
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
	void consentLinkOfTheStartPageWidensTheGrant() {
		this.tab.signIn(People.ADA_ADMIN, "/");
		var offboard = this.tab.named(AriaRole.ROW, "machines.offboard");
		assertThat(offboard).containsText("deny");
		offboard.getByText("Consent to Machine.Offboard").click();
		this.tab.screenshot("consent.png");
		this.tab.exactly(AriaRole.BUTTON, "Accept").click();
		assertThat(offboard).containsText("permit");
		assertThat(this.tab.page()).hasURL(this.bff.address() + "/");
	}

	@Test
	void declinedConsentLeavesTheSessionAsItWas() {
		this.tab.signIn(People.ADA_ADMIN, "/");
		this.tab.named(AriaRole.ROW, "machines.offboard").getByText("Consent to Machine.Offboard").click();
		this.tab.exactly(AriaRole.BUTTON, "Cancel").click();
		assertThat(this.tab.named(AriaRole.HEADING, "Not granted")).isVisible();
		this.tab.screenshot("declined.png");
		this.tab.exactly(AriaRole.LINK, "Continue").click();
		assertThat(status()).containsText("Signed in as Ada Admin");
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

	@Test
	void keyboardAloneSignsInAndOut() {
		this.tab.open("/").pressWithKeyboard(this.tab.exactly(AriaRole.LINK, "Sign in"));
		this.tab.pressWithKeyboard(this.tab.choose(People.RUNE_RESPONDER));
		assertThat(status()).containsText("Signed in as Rune Responder");
		this.tab.pressWithKeyboard(this.tab.exactly(AriaRole.BUTTON, "Sign out"));
		assertThat(status()).hasText("You are not signed in.");
	}

	@ParameterizedTest
	@ValueSource(ints = { 375, 640, 1280 })
	void startPageFitsTheScreen(int width) {
		this.tab.page().setViewportSize(width, 800);
		this.tab.signIn(People.ALVA_ANALYST, "/");
		assertThat(this.tab.named(AriaRole.ROW, "machines.isolate")).isVisible();
		this.tab.screenshot("start-page-" + width + ".png");
		assertThat((int) this.tab.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
	}

	@ParameterizedTest
	@EnumSource(value = ColorScheme.class, names = { "LIGHT", "DARK" })
	void textStandsOutInBothColourSchemes(ColorScheme scheme) {
		this.tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		this.tab.signIn(People.ALVA_ANALYST, "/");
		assertThat(this.tab.named(AriaRole.ROW, "machines.isolate")).isVisible();
		this.tab.screenshot("start-page-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
		assertThat(new Contrast(this.tab.page()).lowest()).as("WCAG 2.2, AA").isGreaterThanOrEqualTo(4.5);
	}

	private Locator status() {
		return this.tab.page().getByRole(AriaRole.STATUS);
	}

}
