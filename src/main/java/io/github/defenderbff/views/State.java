package io.github.defenderbff.views;

import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** What became of a part, in one word. */
enum State {

	LOADED, DENIED, UNAVAILABLE, SKIPPED;

	/** The word as frontends read it. */
	@JsonValue
	String word() {
		return name().toLowerCase(Locale.ROOT);
	}

}
