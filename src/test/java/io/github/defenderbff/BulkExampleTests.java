package io.github.defenderbff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** The documentation's page that isolates many devices, in a real browser. */
@OnSandbox
@OnChromium
class BulkExampleTests {

	private static final String BEGIN = "```html\n<!-- example: bulk -->\n";

	private final Bff bff;

	private final Tab tab;

	BulkExampleTests(Bff bff, Chromium chromium) {
		this.bff = bff;
		this.tab = chromium.open(bff.address());
	}

	@AfterEach
	void close() {
		this.tab.close();
		assertThat(this.tab.complaints()).isEmpty();
	}

	private static String example() throws IOException {
		var text = Files.readString(Path.of("docs", "frontend.md"));
		var begin = text.indexOf(BEGIN) + BEGIN.length();
		return text.substring(begin, text.indexOf("```", text.indexOf("</script>", begin)));
	}

	@Test
	void pageIsolatesWhatMayBeAndSaysWhatMayNot() throws IOException {
		var page = example();
		this.tab.page()
			.route((address) -> address.startsWith(this.bff.address() + "/example"), (route) -> route
				.fulfill(new Route.FulfillOptions().setContentType("text/html; charset=utf-8").setBody(page)));
		this.tab.signIn(People.RUNE_RESPONDER, "/");
		this.tab.open("/example?machine=" + Machines.SERVER.id() + "&machine=" + Machines.NORTH_WORKSTATION.id()
				+ "&machine=" + Machines.EXECUTIVE_LAPTOP.id());
		assertThat(this.tab.page().locator("#preview")).hasText("2 of 3 devices may be isolated.");
		this.tab.exactly(AriaRole.BUTTON, "Isolate").click();
		assertThat(this.tab.page().getByRole(AriaRole.STATUS)).hasText("2 sent, 1 refused. ");
		assertThat(this.tab.page().locator("li").nth(0)).hasText(Machines.SERVER.id() + ": sent. ");
		assertThat(this.tab.page().locator("li").nth(2)).containsText("refused. ");
		this.tab.screenshot("bulk.png");
	}

}
