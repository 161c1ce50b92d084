package io.github.defenderbff.views;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;

/** A view and the address it has. */
@Tag(name = "Views", description = "What a screen shows, in one call.")
abstract class Screen {

	private final Views views;

	private final View view;

	Screen(Views views, View view) {
		this.views = views;
		this.view = view;
	}

	/** What it shows. */
	final View view() {
		return this.view;
	}

	/**
	 * Answers the request of this thread.
	 * @param variables what the path names, checked
	 * @param parts the parts that are wished for; null for all
	 */
	final ResponseEntity<Page> show(Map<String, String> variables, @Nullable List<String> parts) {
		return this.views.show(this.view, variables, parts);
	}

}
