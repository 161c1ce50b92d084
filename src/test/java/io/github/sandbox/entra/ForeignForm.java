package io.github.sandbox.entra;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import org.springframework.web.util.HtmlUtils;

/**
 * A form on a page that is not the sandbox's own, however its elements are written.
 *
 * @param action where it is sent
 * @param hidden the fields that nobody types in
 */
record ForeignForm(String action, Map<String, String> hidden) {

	private static final Pattern FORM = Pattern.compile("(?s)<form.*?</form>");

	private static final Pattern INPUT = Pattern.compile("<input[^>]*>");

	private static final Pattern ATTRIBUTE = Pattern.compile("([a-z-]+)=\"([^\"]*)\"");

	/** The first form of the page that has all these fields. */
	static ForeignForm on(Browser.Visit page, Set<String> names) {
		return FORM.matcher(page.body())
			.results()
			.map(MatchResult::group)
			.filter((form) -> names.stream().allMatch((name) -> form.contains("name=\"" + name + "\"")))
			.map(ForeignForm::of)
			.findFirst()
			.orElseThrow(() -> new AssertionError("No form with " + names + " on " + page));
	}

	private static ForeignForm of(String form) {
		Map<String, String> hidden = INPUT.matcher(form)
			.results()
			.map((input) -> attributes(input.group()))
			.filter((input) -> "hidden".equals(input.get("type")))
			.collect(Collectors.toMap((input) -> input.getOrDefault("name", ""),
					(input) -> input.getOrDefault("value", "")));
		return new ForeignForm(attributes(form.substring(0, form.indexOf('>'))).getOrDefault("action", ""), hidden);
	}

	private static Map<String, String> attributes(String element) {
		return ATTRIBUTE.matcher(element)
			.results()
			.collect(Collectors.toMap((found) -> found.group(1), (found) -> HtmlUtils.htmlUnescape(found.group(2)),
					(first, _) -> first));
	}

	/** The fields to send. */
	Map<String, String> filledIn(Map<String, String> typed) {
		Map<String, String> fields = new LinkedHashMap<>(this.hidden);
		fields.putAll(typed);
		return fields;
	}

}
