package io.github.defenderbff;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** Swagger UI in a real browser, with the session of whoever is signed in. */
@OnSandbox
@OnChromium
class SwaggerPageTests {

	private final Bff bff;

	private final Tab tab;

	private final SwaggerUi swagger;

	SwaggerPageTests(Bff bff, Chromium chromium) {
		this.bff = bff;
		this.tab = chromium.open(bff.address());
		this.swagger = new SwaggerUi(this.tab);
	}

	/**
	 * The document has hundreds of operations, and a busy machine takes its time to show
	 * them.
	 */
	@BeforeAll
	static void waitLonger() {
		PlaywrightAssertions.setDefaultAssertionTimeout(25_000);
	}

	@AfterAll
	static void waitAsBefore() {
		PlaywrightAssertions.setDefaultAssertionTimeout(5_000);
	}

	@AfterEach
	void noPageComplains() {
		this.tab.close();
		assertThat(this.tab.complaints()).isEmpty();
	}

	@Test
	void signInKeepsTheOpenedOperation() {
		this.swagger.open("Machines", "machines.isolate");
		assertThat(this.swagger.operation()).containsText("machines.isolate");
		assertThat(this.swagger.mark()).hasCount(0);
		this.tab.screenshot("swagger-signed-out.png");
		this.tab.exactly(AriaRole.LINK, "Sign in").click();
		this.tab.choose(People.RUNE_RESPONDER).click();
		assertThat(this.tab.page()).hasURL(this.bff.address() + SwaggerUi.at("Machines", "machines.isolate"));
		assertThat(this.swagger.operation()).containsText("machines.isolate");
		assertThat(this.swagger.mark()).hasText("you may");
		assertThat(this.tab.page().getByRole(AriaRole.STATUS)).containsText("Signed in as Rune Responder");
		assertThat(this.tab.page().locator("#session-left")).containsText("min left");
		this.tab.screenshot("swagger-ui.png");
	}

	@Test
	void signInKeepsAnOperationOfATagOfTwoWords() {
		this.swagger.open("Machine%20actions", "machineActions.list");
		this.tab.exactly(AriaRole.LINK, "Sign in").click();
		this.tab.choose(People.RUNE_RESPONDER).click();
		assertThat(this.swagger.operation()).containsText("machineActions.list");
	}

	@Test
	void saysWhyAnAnalystMayNot() {
		this.tab.signIn(People.ALVA_ANALYST, SwaggerUi.PATH);
		this.swagger.open("Machines", "machines.isolate");
		assertThat(this.swagger.mark()).hasText("you may not");
		assertThat(this.swagger.operation().locator(".reasons"))
			.containsText("Ask an administrator for a role that does: Responder");
		assertThat(this.swagger.execute().status()).isEqualTo(403);
		assertThat(this.swagger.answer()).containsText("PrivilegeMissing");
		this.tab.screenshot("refusal.png");
	}

	@Test
	void consentFromAMarkComesBackAndChangesIt() {
		this.tab.signIn(People.ADA_ADMIN, SwaggerUi.PATH);
		this.swagger.open("Machines", "machines.offboard");
		assertThat(this.swagger.mark()).hasText("you may not");
		this.tab.exactly(AriaRole.LINK, "Consent to Machine.Offboard").click();
		this.tab.exactly(AriaRole.BUTTON, "Accept").click();
		assertThat(this.swagger.operation()).containsText("machines.offboard");
		assertThat(this.swagger.mark()).hasText("you may");
	}

	@Test
	void seesTheSignOutOfAnotherTab() {
		this.tab.signIn(People.RUNE_RESPONDER, SwaggerUi.PATH);
		this.swagger.open("Machines", "machines.isolate");
		assertThat(this.swagger.mark()).hasText("you may");
		var other = this.tab.page().context().newPage();
		other.navigate("/");
		other.locator("#sign-out").click();
		assertThat(this.tab.exactly(AriaRole.LINK, "Sign in")).isVisible();
		assertThat(this.swagger.operation()).containsText("machines.isolate");
		assertThat(this.swagger.mark()).hasCount(0);
	}

	@ParameterizedTest
	@CsvSource({ "Machines, machines.list, 200", "Machines, machines.isolate, 201", "Bulk, bulk.run, 202",
			"Views, views.machine, 200", "Advanced%20hunting, advancedQueries.run, 200", "Alerts, alerts.list, 200" })
	void examplesWorkAsTheyStand(String tag, String operation, int status) {
		this.tab.signIn(People.RUNE_RESPONDER, SwaggerUi.PATH);
		this.swagger.open(tag, operation);
		assertThat(this.swagger.execute().status()).isEqualTo(status);
		assertThat(this.swagger.answer()).containsText(Integer.toString(status));
	}

	@ParameterizedTest
	@ValueSource(strings = { "application/x-ndjson", "text/csv" })
	void huntingAnswersInRows(String type) {
		this.tab.signIn(People.RUNE_RESPONDER, SwaggerUi.PATH);
		this.swagger.open("Advanced%20hunting", "advancedQueries.run");
		this.swagger.operation().locator(".responses-wrapper select.content-type").first().selectOption(type);
		var answer = this.swagger.execute();
		assertThat(answer.status()).isEqualTo(200);
		assertThat(answer.headerValue("Content-Type")).startsWith(type);
	}

	@Test
	void tryWithoutASessionIsAnsweredWithTheProblem() {
		this.swagger.open("Machines", "machines.isolate");
		assertThat(this.swagger.execute().status()).isEqualTo(401);
		assertThat(this.swagger.answer()).containsText("not-signed-in");
	}

	@Test
	void streamsAreNotTriedOutAndNothingIsToBeAuthorized() {
		this.swagger.open("Live", "live.permissions");
		assertThat(this.swagger.operation()).containsText("new EventSource('/api/live/permissions')");
		assertThat(this.swagger.operation().getByText("Execute")).hasCount(0);
		assertThat(this.tab.page().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Authorize")))
			.hasCount(0);
		assertThat(this.swagger.operation().getByLabel("authorization button")).hasCount(0);
	}

	@ParameterizedTest
	@CsvSource({ "375, LIGHT", "375, DARK", "1280, LIGHT", "1280, DARK" })
	void fitsTheScreen(int width, ColorScheme scheme) {
		this.tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
		this.tab.page().setViewportSize(width, 800);
		this.tab.signIn(People.ALVA_ANALYST, SwaggerUi.PATH);
		this.swagger.open("Machines", "machines.isolate");
		assertThat(this.swagger.mark()).hasText("you may not");
		this.tab.screenshot("swagger-%d-%s.png".formatted(width, scheme));
		assertThat((int) this.tab.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
	}

}
