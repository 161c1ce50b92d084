package io.github.defenderbff.audit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/**
 * Why something was decided: the same that frontends are told, without the sentences for
 * people.
 *
 * @param each the reasons
 */
record Reasons(List<Map<String, Object>> each) {

	private static final TypeReference<LinkedHashMap<String, Object>> MEMBERS = new TypeReference<>() {
	};

	private static final Set<String> FOR_PEOPLE = Set.of("detail", "next_step");

	static Reasons of(List<?> reasons, JsonMapper mapper) {
		return new Reasons(reasons.stream().<Map<String, Object>>map((reason) -> {
			var members = mapper.convertValue(reason, MEMBERS);
			members.keySet().removeAll(FOR_PEOPLE);
			members.values().removeIf(Objects::isNull);
			return members;
		}).toList());
	}

	/** Their kinds; null without any. */
	@Nullable String kinds() {
		return this.each.isEmpty() ? null
				: this.each.stream()
					.map((reason) -> String.valueOf(reason.get("type")))
					.distinct()
					.collect(Collectors.joining(","));
	}

	/** The reasons; null without any. */
	@Nullable List<Map<String, Object>> details() {
		return this.each.isEmpty() ? null : this.each;
	}

}
