package io.github.defenderbff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Route;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** The example of streams in the documentation, in a real browser. */
@OnSandbox
@OnChromium
class LiveExampleTests {

	private static final String PAGE = "/example-live";

	private final Bff bff;

	private final Tab tab;

	LiveExampleTests(Bff bff, Chromium chromium) {
		this.bff = bff;
		this.tab = chromium.open(bff.address());
	}

	private static String example(String name) throws IOException {
		var text = Files.readString(Path.of("docs", "frontend.md"));
		var begin = text.indexOf("<!-- example: " + name + " -->");
		return text.substring(begin, text.indexOf("\n```", begin));
	}

	@Test
	void exampleOfLiveShowsProgressAlertsAndTheEndOfTheSession() throws IOException {
		var html = example("live");
		this.tab.page()
			.route("**" + PAGE + "**",
					(route) -> route.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody(html)));
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var action = rune
			.post("/api/machines/" + Machines.NORTH_WORKSTATION.id() + "/runAntiVirusScan",
					"{\"Comment\":\"odd sign-ins\",\"ScanType\":\"Quick\"}")
			.json()
			.path("id")
			.stringValue("");
		this.tab.signIn(People.RUNE_RESPONDER, "/");
		this.tab.open(PAGE + "?action=" + action);
		assertThat(this.tab.page().locator("#action")).containsText("Pending");
		rune.send("PATCH", "/api/alerts/" + Alerts.NORTH_ALERT.id(), "{\"status\":\"InProgress\"}", "X-XSRF-TOKEN",
				rune.csrfToken());
		assertThat(this.tab.page().locator("#alerts li")).hasText(Alerts.NORTH_ALERT.threat().title() + ": InProgress");
		rune.post("/api/machineactions/" + action + "/cancel", "{\"Comment\":\"a mistake\"}");
		assertThat(this.tab.page().locator("#action")).containsText("Cancelled");
		var ada = this.bff.signIn(People.ADA_ADMIN);
		ada.unsafe("DELETE", "/api/people/" + People.RUNE_RESPONDER.objectId() + "/sessions");
		assertThat(this.tab.page().locator("[role=status]")).containsText("You are signed out.");
		this.tab.close();
	}

}
