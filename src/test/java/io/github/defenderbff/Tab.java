package io.github.defenderbff;

import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import io.github.sandbox.organisation.Person;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

/** A browser tab on the service, and what its pages complained about. */
final class Tab implements AutoCloseable {

	private static final int STOPS_ON_A_PAGE = 40;

	private final URI address;

	private final BrowserContext context;

	private final Page page;

	private final List<String> complaints = new ArrayList<>();

	Tab(URI address, Browser browser) {
		this.address = address;
		this.context = browser.newContext(new Browser.NewContextOptions().setBaseURL(address.toString()));
		this.context.onConsoleMessage(this::hear);
		this.context.onWebError((error) -> this.complaints.add(error.error()));
		this.context.addInitScript("""
				document.addEventListener('securitypolicyviolation', (violation) =>
				  console.error('CSP', location.href, violation.effectiveDirective, violation.blockedURI))""");
		this.page = this.context.newPage();
	}

	/**
	 * Chromium reports every answer that is an error; those that a person is to read are
	 * no fault of the page.
	 */
	private void hear(ConsoleMessage message) {
		var ours = message.location().startsWith(this.address.toString()) || message.text().startsWith("CSP");
		var refusal = message.text().startsWith("Failed to load resource")
				&& (message.location().startsWith(this.address + "/api/")
						|| message.location().startsWith(this.address + "/login/"));
		if (message.type().equals("error") && ours && !refusal) {
			this.complaints.add(message.text() + " at " + message.location());
		}
	}

	/** Errors on the console and violations of the Content-Security-Policy. */
	List<String> complaints() {
		return List.copyOf(this.complaints);
	}

	Page page() {
		return this.page;
	}

	Tab open(String path) {
		this.page.navigate(path);
		return this;
	}

	/** Signs in from where the tab is about to be sent, and waits to be back. */
	Tab signIn(Person person, String returnTo) {
		open("/login?returnTo=" + returnTo);
		choose(person).click();
		this.page.waitForURL(this.address + returnTo);
		return this;
	}

	/** The person's button on the sandbox's sign-in page. */
	Locator choose(Person person) {
		return named(AriaRole.BUTTON, person.userPrincipalName());
	}

	Locator named(AriaRole role, String name) {
		return this.page.getByRole(role, new Page.GetByRoleOptions().setName(name));
	}

	Locator exactly(AriaRole role, String name) {
		return this.page.getByRole(role, new Page.GetByRoleOptions().setName(name).setExact(true));
	}

	/** Presses the tabulator until the element has the focus, then Enter. */
	void pressWithKeyboard(Locator element) {
		assertThat(element).isVisible();
		for (int stop = 0; stop < STOPS_ON_A_PAGE; stop++) {
			this.page.keyboard().press("Tab");
			if ((boolean) element.evaluate("(element) => element === document.activeElement")) {
				this.page.keyboard().press("Enter");
				return;
			}
		}
		throw new AssertionError("The keyboard does not reach " + element);
	}

	/** What a script of the page gets for a path. */
	int statusOf(String path) {
		return (int) this.page.evaluate("async (path) => (await fetch(path)).status", path);
	}

	void screenshot(String name) {
		this.page
			.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target/screenshots", name)).setFullPage(true));
	}

	@Override
	public void close() {
		this.context.close();
	}

}
