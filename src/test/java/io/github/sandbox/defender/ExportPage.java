package io.github.sandbox.defender;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * The part of an export that a call wants.
 *
 * @param from how many rows to leave out first
 * @param size how many rows at most
 * @param whole whether nothing may follow, because the client set the limit itself
 */
record ExportPage(int from, int size, boolean whole) {

	private static final String PAGE_SIZE = "pageSize";

	private static final String TOP = "$top";

	private static final int DEFAULT_SIZE = 50_000;

	private static final int MAX_SIZE = 200_000;

	private static final String MARK = "row ";

	static ExportPage of(Call call) {
		requireKnownOptions(call);
		int size = WholeNumber.of(call, PAGE_SIZE, MAX_SIZE).orElse(DEFAULT_SIZE);
		int from = call.parameter(ODataPage.SKIP_TOKEN).map(ExportPage::read).orElse(0);
		return WholeNumber.of(call, TOP, Integer.MAX_VALUE)
			.map((top) -> new ExportPage(from, top, true))
			.orElseGet(() -> new ExportPage(from, size, false));
	}

	Answer of(List<Entity> rows, String entity) {
		int start = Math.min(this.from, rows.size());
		int end = start + Math.min(this.size, rows.size() - start);
		boolean more = end < rows.size() && !this.whole;
		return new Answer.Page(rows.subList(start, end),
				"Collection(microsoft.windowsDefenderATP.api.%s)".formatted(entity),
				more ? Optional.of(token(end)) : Optional.empty());
	}

	private static void requireKnownOptions(Call call) {
		Set<String> known = Set.of(TOP, ODataPage.SKIP_TOKEN);
		call.parameters()
			.keySet()
			.stream()
			.filter((name) -> name.startsWith("$") && !known.contains(name))
			.findFirst()
			.ifPresent((name) -> {
				throw Refusal.odata("The query option '%s' is not supported here.".formatted(name));
			});
	}

	private static String token(int row) {
		return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + row).getBytes(StandardCharsets.UTF_8));
	}

	private static int read(String token) {
		try {
			String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
			if (text.matches(MARK + "\\d{1,9}")) {
				return Integer.parseInt(text.substring(MARK.length()));
			}
		}
		catch (IllegalArgumentException _) {
			// Not even Base64: the same answer.
		}
		throw Refusal.odata("The skip token is invalid.");
	}

}
