package io.github.sandbox.defender;

import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A query in a small part of Kusto: a table, then {@code where} with {@code ==} or
 * {@code startswith}, {@code project}, {@code take} or {@code limit}, and {@code count}.
 */
final class HuntingQuery {

	private static final Pattern PIPE = Pattern.compile("\\|(?=(?:[^\"]*\"[^\"]*\")*[^\"]*$)");

	private static final Pattern STEP = Pattern.compile("(\\S+)\\s*(.*)", Pattern.DOTALL);

	private static final Pattern CONDITION = Pattern.compile("(\\w+)\\s*(==|startswith)\\s*\"([^\"]*)\"");

	private static final Pattern NAMES = Pattern.compile("\\w+(\\s*,\\s*\\w+)*");

	private static final Pattern NUMBER = Pattern.compile("\\d{1,9}");

	private HuntingQuery() {
	}

	/** What the query leaves of the tables. */
	static HuntingTable run(String query, HuntingTables tables) {
		List<String> parts = Arrays.stream(PIPE.split(query, -1)).map(String::strip).toList();
		HuntingTable table = tables.named(parts.getFirst())
			.orElseThrow(() -> invalid("'%s' is not a table.".formatted(parts.getFirst())));
		for (String step : parts.subList(1, parts.size())) {
			Matcher matcher = matched(STEP, step);
			table = applied(table, matcher.group(1), matcher.group(2));
		}
		return table.take(HuntingTables.MAX_ROWS);
	}

	private static HuntingTable applied(HuntingTable table, String operator, String rest) {
		return switch (operator) {
			case "where" -> table.where(condition(table, matched(CONDITION, rest)));
			case "project" -> table.project(List.of(matched(NAMES, rest).group().split("\\s*,\\s*")));
			case "take", "limit" -> table.take(Long.parseLong(matched(NUMBER, rest).group()));
			case "count" -> {
				if (!rest.isEmpty()) {
					throw invalid("'%s' cannot be read.".formatted(rest));
				}
				yield table.count();
			}
			default -> throw invalid("The operator '%s' is unknown.".formatted(operator));
		};
	}

	private static Predicate<Entity> condition(HuntingTable table, Matcher parts) {
		String column = table.column(parts.group(1)).name();
		String value = parts.group(3);
		return parts.group(2).equals("==") ? (row) -> row.text(column).equals(value)
				: (row) -> row.text(column).regionMatches(true, 0, value, 0, value.length());
	}

	private static Matcher matched(Pattern pattern, String text) {
		Matcher matcher = pattern.matcher(text);
		if (!matcher.matches()) {
			throw invalid("'%s' cannot be read.".formatted(text));
		}
		return matcher;
	}

	private static Refusal invalid(String message) {
		return Refusal.badRequest("BadRequest", message);
	}

}
