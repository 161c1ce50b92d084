package io.github.sandbox.defender;

import java.util.Optional;

/** A query parameter that counts something, from 1 up to a maximum. */
final class WholeNumber {

	private WholeNumber() {
	}

	static Optional<Integer> of(Call call, String name, int maximum) {
		return call.parameter(name).map((text) -> {
			if (!text.matches("\\d{1,9}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > maximum) {
				throw refusal(name, "The parameter '%s' must be a number from 1 to %d.".formatted(name, maximum));
			}
			return Integer.valueOf(text);
		});
	}

	private static Refusal refusal(String name, String message) {
		return name.startsWith("$") ? Refusal.odata(message) : Refusal.badRequest("InvalidInput", message);
	}

}
