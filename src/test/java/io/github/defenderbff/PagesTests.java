package io.github.defenderbff;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

/** What holds for every page: it is for everybody, on any screen, and soon there. */
@OnSandbox
@OnChromium
class PagesTests {

	/** What may be transferred until there is something to see, in bytes. */
	private static final int BUDGET = 150 * 1024;

	private static final String AXE = """
			async (foreign) => {
			  const { violations } = await axe.run(foreign ? { exclude: [foreign] } : document, { preload: false });
			  return violations.filter(({ impact }) => impact === 'serious' || impact === 'critical')
			    .map(({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ html }) => html).join(' ')}`);
			}""";

	private final Tab tab;

	PagesTests(Bff bff, Chromium chromium) {
		this.tab = chromium.open(bff.address());
	}

	@AfterEach
	void noPageComplains() {
		this.tab.close();
		assertThat(this.tab.complaints()).isEmpty();
	}

	/** What is serious, or worse, for somebody who does not see or point as others do. */
	private List<?> findings(@Nullable String foreign) {
		this.tab.page().evaluate(AxeBuilder.getAxeScript() + "\n;undefined");
		return (List<?>) this.tab.page().evaluate(AXE, foreign);
	}

	/** A page with everything on it, as the administrator sees it. */
	private void show(Place place) {
		this.tab.signIn(People.ADA_ADMIN, place.path);
		assertThat(this.tab.page().locator(place.complete).first())
			.isVisible(new LocatorAssertions.IsVisibleOptions().setTimeout(25_000));
	}

	private void dress(int width, ColorScheme scheme) {
		this.tab.page().setViewportSize(width, 800);
		this.tab.page().emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
	}

	@ParameterizedTest
	@EnumSource
	void nothingSeriousKeepsAnybodyOut(Place place) {
		show(place);
		for (var scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
			dress(1280, scheme);
			assertThat(findings(place.foreign)).as(place + " " + scheme).isEmpty();
		}
	}

	@ParameterizedTest
	@EnumSource
	void pageFitsTheScreenAndIsDrawnForTheGuide(Place place) {
		show(place);
		dress(375, ColorScheme.LIGHT);
		assertThat((int) this.tab.page().evaluate("document.documentElement.scrollWidth")).isLessThanOrEqualTo(375);
		assertThat(findings(place.foreign)).isEmpty();
		draw(place, "-narrow");
		dress(1280, ColorScheme.DARK);
		draw(place, "-dark");
		dress(1280, ColorScheme.LIGHT);
		draw(place, "");
	}

	/** The first screen of it; into the guide only when its documents are written. */
	private void draw(Place place, String variant) {
		var folder = CheckedIn.isWritten() ? Path.of("docs", "images") : Path.of("target", "screenshots");
		this.tab.page().screenshot(new Page.ScreenshotOptions().setPath(folder.resolve(place.file(variant))));
	}

	@ParameterizedTest
	@ValueSource(strings = { "/", "/machine.html", "/what-if.html", "/figures.html" })
	void whoIsNotSignedInFindsOneThingToDo(String path) {
		this.tab.open(path);
		assertThat(this.tab.page().getByText("You are not signed in.")).isVisible();
		assertThat(this.tab.page().locator("main").locator("a:visible, button:visible")).hasCount(1);
		assertThat(findings(null)).isEmpty();
	}

	@Test
	void consoleIsSoonThere() {
		this.tab.signIn(People.ADA_ADMIN, "/");
		assertThat(this.tab.page().locator(Place.EXPLORER.complete).first()).isVisible();
		var transferred = ((Number) this.tab.page().evaluate("""
				() => {
				  const painted = performance.getEntriesByName('first-contentful-paint')[0].startTime;
				  return performance.getEntries()
				    .filter(({ entryType }) => entryType === 'navigation' || entryType === 'resource')
				    .filter(({ entryType, name, startTime }) => startTime <= painted || name.includes('/assets/'))
				    .reduce((sum, { transferSize }) => sum + transferSize, 0);
				}""")).intValue();
		assertThat(transferred).isPositive().isLessThan(BUDGET);
	}

	/** The pages, how it is seen that one is complete, and what in it is not ours. */
	enum Place {

		EXPLORER("/", "#permissions tr"),

		MACHINE("/machine.html?id=" + Machines.NORTH_WORKSTATION.id(), "#software li, #software tr, #software p"),

		DEVICES("/machine.html", "table a"),

		WHAT_IF("/what-if.html", "#signed-in"),

		FIGURES("/figures.html", "meter"),

		SWAGGER_UI("/swagger-ui/index.html", ".opblock-tag", ".swagger-ui");

		private final String path;

		private final String complete;

		private final @Nullable String foreign;

		Place(String path, String complete) {
			this(path, complete, null);
		}

		Place(String path, String complete, @Nullable String foreign) {
			this.path = path;
			this.complete = complete;
			this.foreign = foreign;
		}

		String file(String variant) {
			return name().toLowerCase(Locale.ROOT).replace('_', '-') + variant + ".png";
		}

	}

}
