package io.github.sandbox.entra;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Which rows of a list a request to Graph wants.
 *
 * @param from how many rows come before
 * @param size how many rows at most
 */
record GraphPage(int from, int size) {

	private static final int MOST_ROWS = 100;

	private static final String SKIP_TOKEN = "$skiptoken";

	private static final String MARK = "RSPage:";

	/** Reads the query options, empty if one of them is wrong. */
	static Optional<GraphPage> of(Map<String, String> options) {
		String top = options.getOrDefault("$top", Integer.toString(MOST_ROWS));
		Optional<Integer> from = Optional.ofNullable(options.get(SKIP_TOKEN))
			.map(GraphPage::decoded)
			.orElse(Optional.of(0));
		if (!top.matches("[1-9]\\d{0,2}")) {
			return Optional.empty();
		}
		return from.map((rows) -> new GraphPage(rows, Math.min(MOST_ROWS, Integer.parseInt(top))));
	}

	int end() {
		return this.from + this.size;
	}

	/** The query that asks for the next page, given the one that asked for this. */
	String next(String query) {
		String token = Base64.getUrlEncoder()
			.withoutPadding()
			.encodeToString((MARK + end()).getBytes(StandardCharsets.UTF_8));
		String others = Arrays.stream(query.split("&", -1))
			.filter((option) -> !option.isEmpty() && !option.matches("(?i)(\\$|%24)skiptoken=.*"))
			.map((option) -> option + "&")
			.collect(Collectors.joining());
		return others + SKIP_TOKEN + "=" + token;
	}

	private static Optional<Integer> decoded(String token) {
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
			return text.matches(MARK + "\\d{1,6}") ? Optional.of(Integer.valueOf(text.substring(MARK.length())))
					: Optional.empty();
		}
		catch (IllegalArgumentException _) {
			return Optional.empty();
		}
	}

}
