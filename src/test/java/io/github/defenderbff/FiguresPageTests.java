package io.github.defenderbff;

import java.util.regex.Pattern;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/**
 * How much of the limits is used and of what use the cache is, as administrators see it.
 */
@OnSandbox
@OnChromium
class FiguresPageTests {

	private final Bff bff;

	private final Tab tab;

	FiguresPageTests(Bff bff, Chromium chromium) {
		this.bff = bff;
		this.tab = chromium.open(bff.address());
	}

	@AfterEach
	void noPageComplains() {
		this.tab.close();
		assertThat(this.tab.complaints()).isEmpty();
	}

	@Test
	void gaugesTellInWordsToo() {
		this.bff.signIn(People.RUNE_RESPONDER).get("/api/machines");
		this.tab.signIn(People.ADA_ADMIN, "/figures.html");
		var row = this.tab.named(AriaRole.ROW, "machines.list");
		assertThat(row).containsText(Pattern.compile("\\d+ of 100 calls in the minute"));
		assertThat(row.getByLabel("machines.list, minute")).hasAttribute("max", "100");
		assertThat(row.locator("[data-column='Waiting']")).hasText("0");
	}

	@Test
	void refreshesItselfWithoutKeepingTheSessionAlive() {
		this.tab.page().clock().install();
		this.tab.signIn(People.ADA_ADMIN, "/figures.html");
		assertThat(this.tab.page().locator("#cache")).containsText("Hit ratio");
		var renewed = this.tab.page()
			.waitForRequest((request) -> request.url().endsWith("/api/cache"),
					() -> this.tab.page().clock().fastForward(6_000));
		assertThat(renewed.headerValue("x-session-slide")).isEqualTo("false");
	}

	@Test
	void saysWhenAProxyAnswersInPlaceOfTheService() {
		this.tab.page().clock().install();
		this.tab.signIn(People.ADA_ADMIN, "/figures.html");
		assertThat(this.tab.page().locator("#cache")).containsText("Hit ratio");
		this.tab.page()
			.route("**/api/quota",
					(route) -> route.fulfill(new Route.FulfillOptions().setStatus(502)
						.setContentType("text/html")
						.setBody("<h1>Bad gateway</h1>")));
		this.tab.page().clock().fastForward(6_000);
		assertThat(this.tab.page().locator("#as-of")).hasText("Not renewed: The service answered 502.");
	}

	@Test
	void hitsOfTheCacheAreCountedAsHits() {
		var ada = this.bff.signIn(People.ADA_ADMIN);
		var before = fresh(ada);
		ada.get("/api/alerts");
		ada.get("/api/alerts");
		ada.get("/api/alerts");
		assertThat(fresh(ada)).isGreaterThanOrEqualTo(before + 2);
		Problems.assertProblem(this.bff.signIn(People.RUNE_RESPONDER).get("/api/cache"), 403, "permission-denied");
		Problems.assertProblem(this.bff.anonymous().get("/api/cache"), 401, "not-signed-in");
		Problems.assertProblem(this.bff.nightWatch("Machine.Read.All").get("/api/cache"), 403, "people-only");
	}

	private static long fresh(Client client) {
		var figures = client.get("/api/cache").json();
		assertThat(figures.path("maximum_bytes").longValue(0)).isEqualTo(256L << 20);
		return figures.path("answers")
			.valueStream()
			.filter((each) -> each.path("result").asString().equals("fresh"))
			.findFirst()
			.orElseThrow()
			.path("count")
			.longValue(0);
	}

	@ParameterizedTest
	@ValueSource(ints = { 375, 1280 })
	void fitsTheScreenAndStandsOutInTheDark(int width) {
		this.tab.page().setViewportSize(width, 800);
		this.tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(ColorScheme.DARK));
		this.tab.signIn(People.ADA_ADMIN, "/figures.html");
		assertThat(this.tab.page().locator("#answers")).not().isEmpty();
		this.tab.screenshot("figures-" + width + ".png");
		assertThat((int) this.tab.page().evaluate("document.documentElement.scrollWidth")).isEqualTo(width);
		assertThat(new Contrast(this.tab.page()).lowest()).as("WCAG 2.2, AA").isGreaterThanOrEqualTo(4.5);
	}

	@Test
	void tellsOthersWhyTheyMayNot() {
		this.tab.signIn(People.ALVA_ANALYST, "/figures.html");
		assertThat(this.tab.page().locator("#status")).hasText("You may not use this page.");
		assertThat(this.tab.page().locator("#refused")).containsText("Manage portal system settings");
		assertThat(this.tab.page().locator("#refused"))
			.containsText("Ask an administrator for a role that does: Administrator");
		assertThat(this.tab.page().locator("table")).hasCount(0);
	}

}
