package io.github.defenderbff;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Locale;
import java.util.regex.Pattern;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The page of a device, as somebody uses it in a real browser. */
@OnSandbox
@OnChromium
class MachinePageTests {

	private static final String DEVICE = "/machine.html?id=" + Machines.NORTH_WORKSTATION.id();

	private final Bff bff;

	private final Tab tab;

	MachinePageTests(Bff bff, Chromium chromium) {
		this.bff = bff;
		this.tab = chromium.open(bff.address());
		this.tab.page().setDefaultTimeout(20_000);
	}

	@AfterEach
	void noPageComplains() {
		timing(Duration.ofSeconds(2), Duration.ofSeconds(6));
		this.tab.close();
		assertThat(this.tab.complaints()).isEmpty();
	}

	private void timing(Duration inProgressAfter, Duration succeededAfter) {
		this.bff.sandbox().defender().actionTiming(inProgressAfter, succeededAfter);
	}

	private Locator region(String name) {
		return this.tab.exactly(AriaRole.REGION, name);
	}

	private Locator button(String name) {
		return this.tab.exactly(AriaRole.BUTTON, name);
	}

	private Locator dialog() {
		return this.tab.page().getByRole(AriaRole.DIALOG);
	}

	private Locator comment() {
		return dialog().getByRole(AriaRole.TEXTBOX);
	}

	/** Confirms the dialog, whose button is called like the action. */
	private void order(String action, String why) {
		button(action).click();
		comment().fill(why);
		dialog().getByRole(AriaRole.BUTTON).first().click();
	}

	@Test
	void isolationIsFollowedToItsEnd() {
		timing(Duration.ZERO, Duration.ofSeconds(1));
		this.tab.signIn(People.RUNE_RESPONDER, DEVICE);
		order("Isolate", "INC-4711");
		assertThat(dialog()).isHidden();
		assertThat(this.tab.page().getByRole(AriaRole.PROGRESSBAR)).hasAttribute("value", "100",
				new LocatorAssertions.HasAttributeOptions().setTimeout(20_000));
		assertThat(region("Recent actions")).containsText("Succeeded");
		assertThat(region("Recent actions")).containsText("INC-4711");
		assertThat(this.bff.sandbox().defender().isolated(Machines.NORTH_WORKSTATION.id())).isTrue();
		this.tab.screenshot("machine-isolated.png");
	}

	@Test
	void actionUnderWayIsFoundAgainAfterReload() {
		timing(Duration.ofMinutes(5), Duration.ofMinutes(5));
		this.tab.signIn(People.RUNE_RESPONDER, DEVICE);
		order("Scan", "INC-4711");
		assertThat(this.tab.page().getByRole(AriaRole.PROGRESSBAR)).isVisible();
		this.tab.page().reload();
		assertThat(this.tab.page().getByRole(AriaRole.PROGRESSBAR)).hasCount(1);
		assertThat(region("Recent actions")).containsText("Pending");
	}

	@Test
	void escapeCancelsAndSendsNothing() {
		this.tab.signIn(People.RUNE_RESPONDER, DEVICE);
		button("Isolate").click();
		comment().fill("never sent");
		this.tab.page().keyboard().press("Escape");
		assertThat(dialog()).isHidden();
		assertThat(button("Isolate")).isFocused();
		assertThat(this.bff.sandbox().defender().requests()).noneMatch((request) -> "POST".equals(request.method()));
	}

	@Test
	void commentIsMandatory() {
		this.tab.signIn(People.RUNE_RESPONDER, DEVICE);
		order("Isolate", "");
		assertThat(dialog()).isVisible();
		assertThat(this.bff.sandbox().defender().requests()).noneMatch((request) -> "POST".equals(request.method()));
	}

	@Test
	void deniedButtonSaysWhyAndMayBeReached() {
		this.tab.signIn(People.ALVA_ANALYST, DEVICE);
		assertThat(button("Isolate")).hasAttribute("aria-disabled", "true");
		assertThat(button("Isolate")).hasAccessibleDescription(Pattern.compile("None of your roles"));
		assertThat(button("Collect package")).not().hasAttribute("aria-disabled", "true");
		this.tab.pressWithKeyboard(button("Isolate"));
		assertThat(dialog()).isHidden();
		assertThat(this.tab.page().getByRole(AriaRole.STATUS)).containsText("None of your roles grants");
	}

	@Test
	void refusalThatComesLaterIsToldInTheDialog() throws IOException {
		this.tab.signIn(People.RUNE_RESPONDER, DEVICE);
		button("Isolate").click();
		var book = Files.readString(this.bff.sandbox().roleBook());
		this.bff.keepRoleBook(book.replace("[a0000000-0000-4000-8000-000000000003] # SOC Responders",
				"[a0000000-0000-4000-8000-0000000000ff]"));
		comment().fill("INC-4711");
		dialog().getByRole(AriaRole.BUTTON).first().click();
		assertThat(dialog().getByRole(AriaRole.ALERT)).containsText("None of your roles grants");
		assertThat(comment()).hasValue("INC-4711");
		this.tab.screenshot("machine-refused.png");
	}

	@Test
	void consentComesBackToTheDevice() {
		this.tab.signIn(People.RUNE_RESPONDER, DEVICE);
		assertThat(button("Restrict apps")).hasAttribute("aria-disabled", "true");
		this.tab.named(AriaRole.LINK, "Consent to Machine.RestrictExecution").first().click();
		this.tab.exactly(AriaRole.BUTTON, "Accept").click();
		this.tab.page().waitForURL(this.bff.address() + DEVICE);
		order("Restrict apps", "INC-4711");
		assertThat(region("Recent actions")).containsText("RestrictCodeExecution");
	}

	@Test
	void partThatFailsHidesNoOtherAndIsTriedAgain() {
		this.bff.sandbox().defender().failAt("/logonusers", Fault.status(500, "InternalServerError"));
		this.tab.signIn(People.RUNE_RESPONDER, DEVICE);
		var people = region("People who logged on");
		assertThat(people).containsText("This cannot be had now.");
		assertThat(region("Alerts")).containsText("Ransomware behaviour blocked");
		this.tab.screenshot("machine-part-failed.png");
		this.bff.sandbox().defender().reset();
		people.getByRole(AriaRole.BUTTON).click();
		assertThat(people).containsText("user-ws-n-07");
		assertThat(this.tab.exactly(AriaRole.HEADING, "People who logged on")).isFocused();
	}

	@Test
	void deniedPartSaysWhy() throws IOException {
		this.bff.keepRoleBook(Files.readString(this.bff.sandbox().roleBook())
			.replaceFirst(", \"View data - Defender Vulnerability Management\"", ""));
		this.tab.signIn(People.VERA_VIEWER, DEVICE);
		assertThat(region("Software")).containsText("You may not see this.");
		assertThat(region("Software")).containsText("Ask an administrator for a role that does");
		assertThat(region("Alerts")).containsText("Ransomware behaviour blocked");
	}

	@Test
	void deviceThatIsNotExposedIsToldWell() {
		this.tab.signIn(People.RUNE_RESPONDER, "/machine.html?id=" + Machines.EXECUTIVE_LAPTOP.id());
		assertThat(this.tab.named(AriaRole.HEADING, "This device cannot be shown")).isVisible();
		this.tab.exactly(AriaRole.LINK, "Devices you may see").click();
		assertThat(this.tab.named(AriaRole.LINK, "nh-srv-01")).isVisible();
	}

	@Test
	void listIsSearchedAndPaged() {
		this.tab.signIn(People.RUNE_RESPONDER, "/machine.html");
		var rows = this.tab.page().locator("#devices tr");
		assertThat(rows).hasCount(20);
		button("Next page").click();
		assertThat(button("Next page")).isHidden();
		assertThat(rows).not().hasCount(20);
		this.tab.page().getByLabel("Name begins with").fill("NH-ws-n-07");
		button("Search").click();
		assertThat(rows).hasCount(1);
	}

	@Test
	void keyboardAloneLeadsFromTheListToAnIsolatedDevice() {
		timing(Duration.ZERO, Duration.ZERO);
		this.tab.signIn(People.RUNE_RESPONDER, "/machine.html?search=nh-ws-n-07");
		this.tab.pressWithKeyboard(this.tab.named(AriaRole.LINK, "nh-ws-n-07"));
		this.tab.pressWithKeyboard(button("Isolate"));
		assertThat(comment()).isFocused();
		this.tab.page().keyboard().type("INC-4711");
		this.tab.pressWithKeyboard(dialog().getByRole(AriaRole.BUTTON).first());
		assertThat(region("Recent actions")).containsText("Succeeded");
	}

	@Test
	void packageThatIsReadyIsSaved() {
		timing(Duration.ZERO, Duration.ZERO);
		this.tab.signIn(People.RUNE_RESPONDER, DEVICE);
		order("Collect package", "INC-4711");
		button("Get the package").click();
		Download download = this.tab.page().waitForDownload(() -> this.tab.exactly(AriaRole.LINK, "Save it").click());
		assertThat(download.failure()).isNull();
	}

	@Test
	void stepUpBringsTheCommentBackAndSendsNothingByItself() {
		this.tab.signIn(People.RUNE_RESPONDER, DEVICE);
		assertThat(button("Isolate")).isVisible();
		this.bff.sandbox().defender().demandClaims(People.RUNE_RESPONDER.objectId());
		this.bff.sandbox().entra().demandClaims(People.RUNE_RESPONDER.objectId());
		order("Isolate", "typed before");
		this.tab.choose(People.RUNE_RESPONDER).click();
		assertThat(comment()).hasValue("typed before");
		assertThat(dialog()).containsText("please confirm");
		assertThat(this.bff.sandbox().defender().isolated(Machines.NORTH_WORKSTATION.id())).isFalse();
		dialog().getByRole(AriaRole.BUTTON).first().click();
		assertThat(region("Recent actions")).containsText("typed before");
	}

	@ParameterizedTest
	@ValueSource(ints = { 375, 1280 })
	void fitsTheScreen(int width) {
		this.tab.page().setViewportSize(width, 800);
		this.tab.signIn(People.ALVA_ANALYST, "/machine.html");
		for (var path : new String[] { "/machine.html", DEVICE }) {
			this.tab.open(path);
			assertThat(this.tab.page().locator("#signed-in")).isVisible();
			this.tab.screenshot("machine-" + path.length() + "-" + width + ".png");
			assertThat((int) this.tab.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
		}
	}

	@ParameterizedTest
	@EnumSource(value = ColorScheme.class, names = { "LIGHT", "DARK" })
	void textStandsOutInBothColourSchemes(ColorScheme scheme) {
		this.tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		this.tab.signIn(People.ALVA_ANALYST, DEVICE);
		assertThat(button("Isolate")).isVisible();
		this.tab.screenshot("machine-" + scheme.name().toLowerCase(Locale.ROOT) + ".png");
		assertThat(new Contrast(this.tab.page()).lowest()).as("WCAG 2.2, AA").isGreaterThanOrEqualTo(4.5);
	}

}
