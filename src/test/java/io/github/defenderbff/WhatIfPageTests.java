package io.github.defenderbff;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What other rights would change, as administrators see it. */
@OnSandbox
@OnChromium
class WhatIfPageTests {

	private final Tab tab;

	WhatIfPageTests(Bff bff, Chromium chromium) {
		this.tab = chromium.open(bff.address());
	}

	@AfterEach
	void noPageComplains() {
		this.tab.close();
		assertThat(this.tab.complaints()).isEmpty();
	}

	private Locator field(String label) {
		return this.tab.page().getByLabel(label, new Page.GetByLabelOptions().setExact(true));
	}

	private Locator difference(String operation) {
		return this.tab.named(AriaRole.ROW, operation).locator("[data-column='Difference']");
	}

	@Test
	void nothingDiffersFromMyOwnRightsAtFirst() {
		this.tab.signIn(People.ADA_ADMIN, "/what-if.html");
		assertThat(this.tab.page().locator("#outcome")).containsText("0 newly permitted, 0 newly refused");
		assertThat(difference("machines.isolate")).containsText("the same");
	}

	@Test
	void addedRolesAndRemovedScopesShowAsDifferences() {
		this.tab.signIn(People.ADA_ADMIN, "/what-if.html");
		field("Begin with").selectOption("somebody in the groups of Analyst");
		field("Add a role").selectOption("Responder");
		assertThat(difference("machines.isolate")).containsText("newly permitted");
		assertThat(this.tab.page().locator("#results tr").first()).containsText("newly permitted");
		this.tab.exactly(AriaRole.BUTTON, "Remove Machine.Read").click();
		assertThat(difference("machines.list")).containsText("newly refused");
		assertThat(this.tab.named(AriaRole.ROW, "machines.list")).containsText("no consent to");
		field("Show").selectOption("differences only");
		assertThat(this.tab.named(AriaRole.ROW, "alerts.list")).isHidden();
		this.tab.exactly(AriaRole.BUTTON, "Back to where it began").click();
		assertThat(this.tab.page().locator("#outcome")).containsText("0 newly permitted, 0 newly refused");
	}

	@Test
	void exposureFollowsFromGroupsOnADeviceOfAGroup() {
		this.tab.signIn(People.ADA_ADMIN, "/what-if.html");
		field("Begin with").selectOption("somebody in the groups of Executive desk");
		field("On a device of").selectOption("Servers");
		assertThat(this.tab.named(AriaRole.ROW, "machines.isolate").locator("[data-column='Before']"))
			.containsText("refused");
		var responders = this.tab.page()
			.locator("#add-groups option")
			.filter(new Locator.FilterOptions().setHasText("Responder"));
		field("Add a group").selectOption(responders.getAttribute("value"));
		assertThat(difference("machines.isolate")).containsText("newly permitted");
	}

	@Test
	void keyboardAloneRemovesAChip() {
		this.tab.signIn(People.ADA_ADMIN, "/what-if.html");
		var chip = this.tab.exactly(AriaRole.BUTTON, "Remove Alert.Read");
		this.tab.pressWithKeyboard(chip);
		assertThat(chip).hasCount(0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 375, 1280 })
	void fitsTheScreenAndStandsOutInTheDark(int width) {
		this.tab.page().setViewportSize(width, 800);
		this.tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		this.tab.signIn(People.ADA_ADMIN, "/what-if.html");
		assertThat(this.tab.page().locator("#results")).not().isEmpty();
		this.tab.screenshot("what-if-" + width + ".png");
		assertThat((int) this.tab.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
		assertThat(new Contrast(this.tab.page()).lowest()).as("WCAG 2.2, AA").isGreaterThanOrEqualTo(4.5);
	}

	@Test
	void tellsOthersWhyTheyMayNot() {
		this.tab.signIn(People.ALVA_ANALYST, "/what-if.html");
		assertThat(this.tab.page().locator("#status")).hasText("You may not use this page.");
		assertThat(this.tab.page().locator("#refused")).containsText("Manage portal system settings");
		assertThat(this.tab.page().locator("#refused"))
			.containsText("Ask an administrator for a role that does: Administrator");
		assertThat(this.tab.page().locator("table")).hasCount(0);
	}

}
