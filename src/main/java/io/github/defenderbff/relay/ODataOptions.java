package io.github.defenderbff.relay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

/**
 * The options an operation takes, ready to check those of a request.
 *
 * @param names the documented options, sorted
 * @param declared the declaration
 */
record ODataOptions(List<String> names, OData declared) {

	/** What next links lead with; its values are Defender's own. */
	static final String SKIP_TOKEN = "$skiptoken";

	static ODataOptions of(OData odata) {
		var options = new TreeMap<>(Map.of("$filter", odata.filter().length > 0, "$top", odata.top() > 0, "$skip",
				odata.skip(), "$expand", odata.expand().length > 0, "pageSize", odata.pageSize() > 0));
		return new ODataOptions(options.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList(),
				odata);
	}

	/** What requests may have: the documented options, and what next links add. */
	Stream<String> taken() {
		return Stream.concat(this.names.stream(), isPaged() ? Stream.of(SKIP_TOKEN) : Stream.empty());
	}

	/** The option as it is documented, whatever the case of its name; null for none. */
	@Nullable String named(String name) {
		return taken().filter(name::equalsIgnoreCase).findFirst().orElse(null);
	}

	/** Whether answers can come in pages. */
	boolean isPaged() {
		return this.declared.skip() || this.declared.pageSize() > 0;
	}

	/**
	 * The value as it is sent on.
	 * @throws InvalidParameter if it is not one the option can have
	 */
	String checked(String name, String value) {
		return switch (name) {
			case "$filter" -> {
				FilterExpression.check(value, List.of(this.declared.filter()));
				yield value;
			}
			case "$top" -> number(name, value, 1, this.declared.top());
			case "$skip" -> number(name, value, 0, Integer.MAX_VALUE);
			case "pageSize" -> number(name, value, 1, this.declared.pageSize());
			case "$expand" -> oneOf(name, value, this.declared.expand());
			default -> value;
		};
	}

	private static String number(String name, String value, int minimum, int maximum) {
		try {
			var number = Integer.parseInt(value);
			if (number >= minimum && number <= maximum) {
				return Integer.toString(number);
			}
		}
		catch (NumberFormatException _) {
			// told below, like a number out of range
		}
		throw new InvalidParameter(name, "must be a whole number from " + minimum + " to " + maximum + ".");
	}

	private static String oneOf(String name, String value, String[] allowed) {
		if (Arrays.asList(allowed).contains(value)) {
			return value;
		}
		throw new InvalidParameter(name, "must be one of " + String.join(", ", allowed) + ".");
	}

}
