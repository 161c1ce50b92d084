package io.github.defenderbff;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

/**
 * Swagger UI as a person uses it.
 *
 * @param tab where it is open
 */
record SwaggerUi(Tab tab) {

	static final String PATH = "/swagger-ui/index.html";

	/** Unfolds the tag and the operation, whose id is its unique text. */
	void expand(String tag, String operation) {
		this.tab.exactly(AriaRole.LINK, tag).click();
		this.tab.page().getByText(operation, new Page.GetByTextOptions().setExact(true)).click();
	}

	/** Fills in the expanded operation, executes it, and tells what was answered. */
	Response execute(String id, String body) {
		this.tab.exactly(AriaRole.TEXTBOX, "id").fill(id);
		this.tab.named(AriaRole.TABPANEL, "Edit Value").getByRole(AriaRole.TEXTBOX).fill(body);
		return this.tab.page()
			.waitForResponse((response) -> response.request().method().equals("POST"),
					() -> this.tab.exactly(AriaRole.BUTTON, "Execute").click());
	}

	/** The row with the status and the body of the answer. */
	Locator answer() {
		return this.tab.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Response body"));
	}

}
