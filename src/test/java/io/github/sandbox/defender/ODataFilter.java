package io.github.sandbox.defender;

import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

import org.jspecify.annotations.Nullable;

/** Reads {@code $filter}: comparisons and {@code startswith()} joined by {@code and}. */
final class ODataFilter {

	private static final String LITERAL = "('(?:[^']|'')*'|[^\\s'()]+)";

	private static final Pattern COMPARISON = Pattern.compile("(\\w+)\\s+(eq|ne|gt|ge|lt|le)\\s+" + LITERAL);

	private static final Pattern STARTS_WITH = Pattern
		.compile("startswith\\(\\s*(\\w+)\\s*,\\s*" + LITERAL + "\\s*\\)");

	private static final Pattern OPEN = Pattern.compile("\\(\\s*");

	private static final Pattern CLOSE = Pattern.compile("\\s*\\)");

	private static final Pattern AND = Pattern.compile("\\s+and\\s+");

	private final String text;

	private final Set<String> properties;

	private int position;

	private ODataFilter(String text, Set<String> properties) {
		this.text = text.strip();
		this.properties = properties;
	}

	static Predicate<Entity> parse(String text, Set<String> properties) {
		ODataFilter filter = new ODataFilter(text, properties);
		Predicate<Entity> result = filter.conjunction();
		if (filter.position < filter.text.length()) {
			throw filter.syntaxError();
		}
		return result;
	}

	private Predicate<Entity> conjunction() {
		Predicate<Entity> result = term();
		while (take(AND).isPresent()) {
			result = result.and(term());
		}
		return result;
	}

	private Predicate<Entity> term() {
		if (take(OPEN).isPresent()) {
			Predicate<Entity> inner = conjunction();
			if (take(CLOSE).isEmpty()) {
				throw syntaxError();
			}
			return inner;
		}
		Optional<List<String>> prefix = take(STARTS_WITH);
		if (prefix.isPresent()) {
			String property = property(prefix.get().get(0));
			String start = ODataLiteral.of(prefix.get().get(1)).text();
			return (entity) -> entity.text(property).regionMatches(true, 0, start, 0, start.length());
		}
		List<String> parts = take(COMPARISON).orElseThrow(this::syntaxError);
		String property = property(parts.get(0));
		ODataLiteral literal = ODataLiteral.of(parts.get(2));
		return (entity) -> compares(entity.get(property), parts.get(1), literal);
	}

	private static boolean compares(@Nullable Object value, String operator, ODataLiteral literal) {
		if (value instanceof Collection<?> values) {
			boolean contained = values.stream().anyMatch(literal::matches);
			return operator.equals("eq") ? contained : operator.equals("ne") && !contained;
		}
		return switch (operator) {
			case "eq" -> literal.matches(value);
			case "ne" -> !literal.matches(value);
			case "gt" -> literal.compare(value).orElse(0) > 0;
			case "lt" -> literal.compare(value).orElse(0) < 0;
			case "ge" -> literal.compare(value).orElse(-1) >= 0;
			default -> literal.compare(value).orElse(1) <= 0;
		};
	}

	private String property(String name) {
		return this.properties.stream()
			.filter(name::equalsIgnoreCase)
			.findFirst()
			.orElseThrow(() -> Refusal
				.odata("The property '%s' cannot be used in the $filter query option.".formatted(name)));
	}

	private Optional<List<String>> take(Pattern pattern) {
		Matcher matcher = pattern.matcher(this.text).region(this.position, this.text.length());
		if (!matcher.lookingAt()) {
			return Optional.empty();
		}
		this.position = matcher.end();
		return Optional.of(IntStream.rangeClosed(1, matcher.groupCount()).mapToObj(matcher::group).toList());
	}

	private Refusal syntaxError() {
		return Refusal.odata("Syntax error at position %d in the $filter query option.".formatted(this.position));
	}

}
