package io.github.defenderbff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * The pages in {@code docs/frontend.md} do in a real browser what the text around them
 * says.
 */
@OnSandbox
@OnChromium
class FrontendExamplesTests {

	private static final Path GUIDE = Path.of("docs", "frontend.md");

	private final Bff bff;

	private final DefenderLookAlike defender;

	private final Tab tab;

	FrontendExamplesTests(Bff bff, Chromium chromium) {
		this.bff = bff;
		this.defender = bff.sandbox().defender();
		this.tab = chromium.open(bff.address());
	}

	@AfterEach
	void noPageComplains() {
		this.defender.actionTiming(Duration.ofSeconds(2), Duration.ofSeconds(6));
		this.tab.close();
		assertThat(this.tab.complaints()).isEmpty();
	}

	/** The page that begins with a comment of this name. */
	private static String example(String name) throws IOException {
		var text = Files.readString(GUIDE);
		var begin = text.indexOf("```html\n<!-- example: " + name + " -->\n");
		assertThat(begin).as("an example named " + name + " in " + GUIDE).isPositive();
		var page = begin + "```html\n".length();
		return text.substring(page, text.indexOf("\n```", page));
	}

	/** Opens an example as a page of the service's own origin. */
	private void open(String name, String query) throws IOException {
		var page = example(name);
		this.tab.page()
			.route("**/examples/" + name + "*", (route) -> route
				.fulfill(new Route.FulfillOptions().setContentType("text/html; charset=utf-8").setBody(page)));
		this.tab.open("/examples/" + name + query);
	}

	private Locator item(String id) {
		return this.tab.page().locator("#" + id);
	}

	@Test
	void views() throws IOException {
		this.tab.signIn(People.RUNE_RESPONDER, "/");
		this.defender.failAt("/logonusers", Fault.status(500, "InternalServerError"));
		open("views", "?id=" + Machines.NORTH_WORKSTATION.id());
		assertThat(this.tab.page().locator("h1")).hasText(Machines.NORTH_WORKSTATION.computerDnsName());
		assertThat(item("software")).containsText(" here, 0 s old");
		assertThat(item("people")).containsText("Defender answered with an error of its own.");
		this.defender.reset();
		this.tab.exactly(AriaRole.BUTTON, "Try again").click();
		assertThat(item("people")).containsText(" here, ");
		assertThat(this.tab.exactly(AriaRole.BUTTON, "Try again")).hasCount(0);
	}

	@Test
	void viewOfWhatIsHiddenSaysSo() throws IOException {
		this.tab.signIn(People.VERA_VIEWER, "/");
		open("views", "?id=" + Machines.EXECUTIVE_LAPTOP.id());
		assertThat(this.tab.page().locator("h1")).containsText("not exposed to you");
	}

	@Test
	void live() throws IOException {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var action = rune
			.post("/api/machines/" + Machines.NORTH_WORKSTATION.id() + "/runAntiVirusScan",
					"{\"Comment\":\"odd sign-ins\",\"ScanType\":\"Quick\"}")
			.json()
			.path("id")
			.stringValue("");
		this.tab.signIn(People.RUNE_RESPONDER, "/");
		open("live", "?action=" + action);
		assertThat(item("action")).containsText("Pending");
		rune.send("PATCH", "/api/alerts/" + Alerts.NORTH_ALERT.id(), "{\"status\":\"InProgress\"}", "X-XSRF-TOKEN",
				rune.csrfToken());
		assertThat(item("alerts").locator("li")).hasText(Alerts.NORTH_ALERT.threat().title() + ": InProgress");
		rune.post("/api/machineactions/" + action + "/cancel", "{\"Comment\":\"a mistake\"}");
		assertThat(item("action")).containsText("Cancelled");
		this.bff.signIn(People.ADA_ADMIN)
			.unsafe("DELETE", "/api/people/" + People.RUNE_RESPONDER.objectId() + "/sessions");
		assertThat(this.tab.page().getByRole(AriaRole.STATUS)).containsText("You are signed out.");
	}

	@Test
	void bulk() throws IOException {
		this.tab.signIn(People.RUNE_RESPONDER, "/");
		open("bulk", "?machine=" + Machines.SERVER.id() + "&machine=" + Machines.NORTH_WORKSTATION.id() + "&machine="
				+ Machines.EXECUTIVE_LAPTOP.id());
		assertThat(item("preview")).hasText("2 of 3 devices may be isolated.");
		this.tab.exactly(AriaRole.BUTTON, "Isolate").click();
		assertThat(this.tab.page().getByRole(AriaRole.STATUS)).hasText("2 sent, 1 refused. ");
		assertThat(this.tab.page().locator("li").nth(0)).hasText(Machines.SERVER.id() + ": sent. ");
		assertThat(this.tab.page().locator("li").nth(2)).containsText("refused. ");
	}

	@Test
	void hunting() throws IOException {
		this.tab.signIn(People.RUNE_RESPONDER, "/");
		open("hunting", "");
		this.tab.exactly(AriaRole.BUTTON, "Hunt").click();
		assertThat(this.tab.page().locator("li")).hasCount(5);
		this.tab.page().locator("textarea").fill("Nonsense | take 3");
		this.tab.exactly(AriaRole.BUTTON, "Hunt").click();
		assertThat(this.tab.page().locator("ol")).containsText("Defender did not accept the query");
	}

	@Test
	void download() throws IOException {
		this.defender.actionTiming(Duration.ZERO, Duration.ZERO);
		var action = this.bff.signIn(People.RUNE_RESPONDER)
			.post("/api/machines/" + Machines.NORTH_WORKSTATION.id() + "/collectInvestigationPackage",
					"{\"Comment\":\"why\"}");
		this.tab.signIn(People.RUNE_RESPONDER, "/");
		open("download", "?action=" + action.json().path("id").stringValue(""));
		this.tab.exactly(AriaRole.BUTTON, "Get the package").click();
		var file = this.tab.page().waitForDownload(() -> this.tab.page().locator("a").click());
		assertThat(file.suggestedFilename()).endsWith(".zip");
		assertThat(file.failure()).isNull();
	}

}
