package io.github.defenderbff;

import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The start page: who somebody is, what they may do, and what would help. */
@OnSandbox
@OnChromium
class ExplorerPageTests {

	private final Bff bff;

	private final Chromium chromium;

	private final Tab tab;

	ExplorerPageTests(Bff bff, Chromium chromium) {
		this.bff = bff;
		this.chromium = chromium;
		this.tab = chromium.open(bff.address());
	}

	@AfterEach
	void noPageComplains() {
		this.tab.close();
		assertThat(this.tab.complaints()).isEmpty();
	}

	private Locator status() {
		return this.tab.page().locator("#status");
	}

	private Locator row(String operation) {
		return this.tab.named(AriaRole.ROW, operation);
	}

	private Locator cell(String operation, String column) {
		return row(operation).locator("[data-column='" + column + "']");
	}

	private Locator field(String label) {
		return this.tab.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
	}

	@Test
	void signedOutPageHasOneButtonAndSignsInToTheVeryPlace() {
		var place = "/?machine=" + Machines.SERVER.id();
		this.tab.open(place);
		assertThat(status()).hasText("You are not signed in.");
		assertThat(this.tab.page().locator("main a:visible, main button:visible")).hasCount(1);
		this.tab.screenshot("start-page-signed-out.png");
		this.tab.exactly(AriaRole.LINK, "Sign in").click();
		this.tab.choose(People.RUNE_RESPONDER).click();
		assertThat(status()).containsText("Signed in as Rune Responder");
		assertThat(this.tab.page()).hasURL(this.bff.address() + place);
		assertThat(cell("machines.isolate", "Device group")).containsText("satisfied");
	}

	@Test
	void tellsWhoSomebodyIs() {
		this.tab.signIn(People.ALVA_ANALYST, "/");
		var me = this.tab.page().locator("#me");
		assertThat(me).containsText("alva@nordhavn.example");
		assertThat(me.getByText("Analyst", new Locator.GetByTextOptions().setExact(true))).isVisible();
		assertThat(me.getByText("Workstations South")).isVisible();
		assertThat(me.getByText("Machine.Isolate")).isVisible();
		assertThat(me).not().containsText("Servers");
	}

	@Test
	void saysWhatIsUnknownAndWhy() {
		this.bff.sandbox().entra().failGraph(503);
		this.tab.signIn(People.OLGA_OVERAGE, "/");
		assertThat(this.tab.page().locator("#me")).containsText(
				Pattern.compile("Device groups.*Unknown: the person is in " + "too many groups", Pattern.DOTALL));
		assertThat(cell("machines.isolate", "Role")).containsText("unknown");
		assertThat(cell("machines.isolate", "Decision")).containsText("not known");
	}

	@Test
	void gridTellsEachPartWithReasonsAndATextForTheAdministrator() {
		this.tab.signIn(People.ALVA_ANALYST, "/");
		assertThat(cell("machines.isolate", "Consent")).containsText("satisfied");
		assertThat(cell("machines.isolate", "Role")).containsText("missing");
		assertThat(cell("machines.isolate", "Device group")).containsText("depends on the device");
		assertThat(cell("machines.isolate", "Decision")).containsText("refused");
		assertThat(row("machines.isolate")).containsText("Cut a device off the network");
		assertThat(row("machines.isolate")).containsText("None of your roles grants");
		row("machines.isolate").getByText("Ask an administrator").click();
		var text = row("machines.isolate").getByRole(AriaRole.TEXTBOX);
		assertThat(text).hasValue(Pattern
			.compile("machines.isolate.*Any of these roles would do: Responder.*Alva Analyst", Pattern.DOTALL));
		row("machines.isolate").getByRole(AriaRole.BUTTON).click();
		assertThat(row("machines.isolate").getByRole(AriaRole.STATUS)).not().isEmpty();
		assertThat(row("machines.missingKbs")).containsText("applications only");
		assertThat(cell("machines.get", "Decision")).containsText("permitted");
	}

	@Test
	void deviceIsInTheAddressSoThatReloadingAndBackWork() {
		this.tab.signIn(People.RUNE_RESPONDER, "/");
		assertThat(cell("machines.isolate", "Decision")).containsText("permitted");
		var field = field("Device, by id or DNS name; empty for in general");
		field.fill(Machines.EXECUTIVE_LAPTOP.computerDnsName());
		field.press("Enter");
		assertThat(cell("machines.isolate", "Device group")).containsText("missing");
		assertThat(this.tab.page()).hasURL(Pattern.compile("machine=nh-exec-01"));
		this.tab.page().reload();
		assertThat(cell("machines.isolate", "Device group")).containsText("missing");
		assertThat(field).hasValue(Machines.EXECUTIVE_LAPTOP.computerDnsName());
		this.tab.page().goBack();
		assertThat(cell("machines.isolate", "Decision")).containsText("permitted");
		assertThat(field).hasValue("");
	}

	@Test
	void searchAndFiltersNarrowTheGridAndCount() {
		this.tab.signIn(People.ALVA_ANALYST, "/");
		var count = this.tab.page().locator("#count");
		assertThat(count).containsText(Pattern.compile("^(\\d+) of \\1 shown"));
		field("Search operations").fill("isol device");
		assertThat(count).containsText(Pattern.compile("^2 of \\d+ shown"));
		assertThat(row("machines.unisolate")).isVisible();
		assertThat(row("machines.offboard")).isHidden();
		field("Search operations").fill("machines.");
		field("Show").selectOption("what I may not do");
		assertThat(row("machines.offboard")).isVisible();
		assertThat(row("machines.get")).isHidden();
		field("Search operations").fill("");
		field("About").selectOption("Alerts");
		field("Show").selectOption("changes only");
		assertThat(row("alerts.update")).isVisible();
		assertThat(row("alerts.list")).isHidden();
	}

	@Test
	void consentComesBackToTheVeryPlaceWhereItIsNowPermitted() {
		var place = "/?machine=" + Machines.SERVER.id();
		this.tab.signIn(People.ADA_ADMIN, place);
		assertThat(cell("machines.restrictCodeExecution", "Consent")).containsText("missing");
		assertThat(cell("machines.restrictCodeExecution", "Decision")).containsText("refused");
		row("machines.restrictCodeExecution").locator("a:text-is(\'Consent to Machine.RestrictExecution\')").click();
		this.tab.screenshot("consent.png");
		this.tab.exactly(AriaRole.BUTTON, "Accept").click();
		assertThat(cell("machines.restrictCodeExecution", "Decision")).containsText("permitted");
		assertThat(this.tab.page()).hasURL(this.bff.address() + place);
	}

	@Test
	void declinedConsentLeavesTheSessionAsItWas() {
		this.tab.signIn(People.ADA_ADMIN, "/");
		row("machines.offboard").locator("a:text-is(\'Consent to Machine.Offboard\')").click();
		this.tab.exactly(AriaRole.BUTTON, "Cancel").click();
		assertThat(this.tab.named(AriaRole.HEADING, "Not granted")).isVisible();
		this.tab.screenshot("declined.png");
		this.tab.exactly(AriaRole.LINK, "Continue").click();
		assertThat(status()).containsText("Signed in as Ada Admin");
	}

	@Test
	void endsASessionElsewhereWhosePageSeesIt() {
		this.tab.signIn(People.VIGO_VULNS, "/");
		try (var elsewhere = this.chromium.open(this.bff.address())) {
			elsewhere.signIn(People.VIGO_VULNS, "/");
			assertThat(elsewhere.page().locator("#count")).containsText("shown");
			this.tab.page().reload();
			this.tab.page().locator("summary").filter(new Locator.FilterOptions().setHasText("Where I am")).click();
			var sessions = this.tab.page().locator("#sessions li");
			assertThat(sessions.filter(new Locator.FilterOptions().setHasText("This one"))).hasCount(1);
			var others = this.tab.named(AriaRole.BUTTON, "End the session of");
			var before = others.count();
			others.first().click();
			assertThat(others).hasCount(before - 1);
			assertThat(elsewhere.page().locator("#status")).hasText("You are not signed in.");
			assertThat(elsewhere.complaints()).isEmpty();
		}
	}

	@Test
	void signOutIsSeenInTheOtherTab() {
		this.tab.signIn(People.RUNE_RESPONDER, "/");
		var other = this.tab.page().context().newPage();
		other.navigate("/");
		assertThat(other.locator("#count")).containsText("shown");
		this.tab.exactly(AriaRole.BUTTON, "Sign out").click();
		assertThat(status()).hasText("You are not signed in.");
		assertThat(other.locator("#status")).hasText("You are not signed in.");
		assertThat(this.tab.statusOf("/api/me")).isEqualTo(401);
	}

	@Test
	void keyboardAloneSignsInFindsAndSignsOut() {
		this.tab.open("/").pressWithKeyboard(this.tab.exactly(AriaRole.LINK, "Sign in"));
		this.tab.pressWithKeyboard(this.tab.choose(People.ALVA_ANALYST));
		assertThat(row("machines.isolate")).isVisible();
		this.tab.pressWithKeyboard(field("Search operations"));
		this.tab.page().keyboard().type("machines.isolate");
		assertThat(row("machines.offboard")).isHidden();
		this.tab.pressWithKeyboard(row("machines.isolate").locator("summary"));
		assertThat(row("machines.isolate").getByRole(AriaRole.TEXTBOX)).isVisible();
		this.tab.pressWithKeyboard(this.tab.exactly(AriaRole.BUTTON, "Sign out"));
		assertThat(status()).hasText("You are not signed in.");
	}

	@ParameterizedTest
	@ValueSource(ints = { 375, 640, 1280 })
	void fitsTheScreen(int width) {
		this.tab.page().setViewportSize(width, 800);
		this.tab.signIn(People.ALVA_ANALYST, "/");
		assertThat(row("machines.isolate")).isVisible();
		this.tab.screenshot("start-page-" + width + ".png");
		assertThat((int) this.tab.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
	}

	@ParameterizedTest
	@EnumSource(value = ColorScheme.class, names = { "LIGHT", "DARK" })
	void textStandsOutInBothColourSchemes(ColorScheme scheme) {
		this.tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		this.tab.signIn(People.ALVA_ANALYST, "/");
		assertThat(row("machines.isolate")).isVisible();
		this.tab.screenshot("start-page-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
		assertThat(new Contrast(this.tab.page()).lowest()).as("WCAG 2.2, AA").isGreaterThanOrEqualTo(4.5);
	}

}
