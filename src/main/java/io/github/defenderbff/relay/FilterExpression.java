package io.github.defenderbff.relay;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/**
 * Reads a {@code $filter} far enough to know which properties it speaks of (OData 4.01
 * URL conventions, section 5.1.1); whether it makes sense is for Defender to say. A
 * misspelt property is refused here, with the properties there are.
 */
final class FilterExpression {

	private static final Set<String> WORDS = Set.of("eq", "ne", "gt", "ge", "lt", "le", "has", "in", "and", "or", "not",
			"add", "sub", "mul", "div", "divby", "mod", "true", "false", "null");

	private static final Set<String> FUNCTIONS = Set.of("startswith", "endswith", "contains", "substringof", "length",
			"indexof", "substring", "tolower", "toupper", "trim", "concat", "year", "month", "day", "hour", "minute",
			"second", "date", "time", "now", "round", "floor", "ceiling");

	private static final Set<String> LAMBDAS = Set.of("any", "all");

	private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

	private final String text;

	private final Set<String> properties;

	/**
	 * The variables of any and all, each with how many parentheses are open around it.
	 */
	private final Map<String, Integer> variables = new HashMap<>();

	private boolean variableFollows;

	private int at;

	private int open;

	private boolean anyProperty;

	private FilterExpression(String text, List<String> properties) {
		this.text = text;
		this.properties = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		this.properties.addAll(properties);
	}

	/**
	 * Checks an expression.
	 * @throws InvalidParameter if it cannot be read or names another property
	 */
	static void check(String expression, List<String> properties) {
		new FilterExpression(expression, properties).check();
	}

	private void check() {
		while (this.at < this.text.length()) {
			token(this.text.charAt(this.at));
		}
		if (this.open != 0) {
			throw wrong("has a parenthesis that is not closed.");
		}
		if (!this.anyProperty) {
			throw wrong("names no property; it may use " + this.properties + ".");
		}
	}

	private void token(char first) {
		switch (first) {
			case ' ', ',', ':', '-', '+' -> this.at++;
			case '(' -> {
				this.open++;
				this.at++;
			}
			case ')' -> close();
			case '\'' -> string();
			default -> {
				if (!isPartOfName(first)) {
					throw wrong("has a character that belongs into quotes, at position " + (this.at + 1) + ".");
				}
				word(first);
			}
		}
	}

	private void close() {
		if (--this.open < 0) {
			throw wrong("closes a parenthesis that is not open, at position " + (this.at + 1) + ".");
		}
		this.variables.values().removeIf((depth) -> depth > this.open);
		this.at++;
	}

	/** A quote inside a string is doubled, so it looks like two strings in a row. */
	private void string() {
		var end = this.text.indexOf('\'', this.at + 1);
		if (end < 0) {
			throw wrong("has a quote that is not closed, at position " + (this.at + 1) + ".");
		}
		this.at = end + 1;
	}

	/** A number, a time or a GUID, or a path of names. */
	private void word(char first) {
		var start = this.at;
		while (this.at < this.text.length() && isPartOfWord(this.text.charAt(this.at))) {
			this.at++;
		}
		var word = this.text.substring(start, this.at);
		if (!Character.isDigit(first) && !isGuid(word)) {
			name(word);
		}
	}

	private void name(String word) {
		var next = (this.at < this.text.length()) ? this.text.charAt(this.at) : ' ';
		var lower = word.toLowerCase(Locale.ROOT);
		if (this.variableFollows) {
			this.variables.put(word, this.open);
			this.variableFollows = false;
		}
		else if (next == '(' && word.indexOf('/') < 0) {
			if (!FUNCTIONS.contains(lower) && !WORDS.contains(lower)) {
				throw wrong("uses the unknown function " + word + ".");
			}
		}
		else if (!WORDS.contains(lower)) {
			path(word, next == '(');
		}
	}

	private void path(String word, boolean called) {
		var parts = word.split("/", -1);
		if (called && !LAMBDAS.contains(parts[parts.length - 1])) {
			throw wrong("uses the unknown function " + parts[parts.length - 1] + ".");
		}
		this.variableFollows = called;
		if (this.variables.containsKey(parts[0])) {
			return;
		}
		if (!this.properties.contains(parts[0])) {
			throw wrong("cannot use the property " + parts[0] + "; it may use " + this.properties
					+ ". Text needs single quotes.");
		}
		this.anyProperty = true;
	}

	private static boolean isPartOfName(char character) {
		return Character.isLetterOrDigit(character) || character == '_' || character == '@';
	}

	/** Names may have slashes and dots; numbers, times and GUIDs have the rest. */
	private static boolean isPartOfWord(char character) {
		return isPartOfName(character) || "/.-".indexOf(character) >= 0;
	}

	private static boolean isGuid(String word) {
		return GUID.matcher(word).matches();
	}

	private static InvalidParameter wrong(String detail) {
		return new InvalidParameter("$filter", detail);
	}

}
