package io.github.sandbox.defender;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A path of the catalogue with variables in braces, matched whatever the case. */
final class PathTemplate {

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

	private final Pattern pattern;

	private final List<String> variables = new ArrayList<>();

	private final int literals;

	PathTemplate(String template) {
		StringBuilder regex = new StringBuilder();
		int end = 0;
		int variableLength = 0;
		for (Matcher matcher = VARIABLE.matcher(template); matcher.find(); end = matcher.end()) {
			regex.append(Pattern.quote(template.substring(end, matcher.start()))).append("([^/]+?)");
			this.variables.add(matcher.group(1));
			variableLength += matcher.end() - matcher.start();
		}
		regex.append(Pattern.quote(template.substring(end)));
		this.pattern = Pattern.compile(regex.toString(), Pattern.CASE_INSENSITIVE);
		this.literals = template.length() - variableLength;
	}

	/** How specific the template is: its length without variables. */
	int literals() {
		return this.literals;
	}

	Optional<Map<String, String>> match(String path) {
		Matcher matcher = this.pattern.matcher(path);
		if (!matcher.matches()) {
			return Optional.empty();
		}
		Map<String, String> values = new LinkedHashMap<>();
		for (int index = 0; index < this.variables.size(); index++) {
			values.put(this.variables.get(index), matcher.group(index + 1));
		}
		return Optional.of(values);
	}

}
