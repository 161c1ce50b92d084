package io.github.defenderbff;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;

/**
 * Swagger UI as a person uses it.
 *
 * @param tab where it is open
 */
record SwaggerUi(Tab tab) {

	static final String PATH = "/swagger-ui/index.html";

	/** The address that has an operation unfolded. */
	static String at(String tag, String operation) {
		return PATH + "#/" + tag + "/" + operation;
	}

	/** Unfolds an operation by its address. */
	SwaggerUi open(String tag, String operation) {
		this.tab.open("about:blank").open(at(tag, operation));
		return this;
	}

	/** The unfolded operation. */
	Locator operation() {
		return this.tab.page().locator(".opblock.is-open");
	}

	/** What the person may do with the unfolded operation. */
	Locator mark() {
		return operation().locator(".mark");
	}

	/** Executes the unfolded operation as its examples have it. */
	Response execute() {
		var execute = operation().getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Execute"));
		return this.tab.page()
			.waitForResponse((response) -> response.url().contains("/api/")
					&& !response.url().matches(".*/api/(session|me/permissions|live/).*"), execute::click);
	}

	/** The row with the status and the body of the answer. */
	Locator answer() {
		return this.tab.page().getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("Response body"));
	}

}
