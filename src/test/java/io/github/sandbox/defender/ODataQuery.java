package io.github.sandbox.defender;

import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.function.Predicate;

import org.jspecify.annotations.Nullable;

/**
 * The query options of a call.
 *
 * @param filter which rows match
 * @param top how many rows at most, if the client said so
 * @param skip how many rows to leave out first
 */
record ODataQuery(Predicate<Entity> filter, OptionalInt top, int skip) {

	static ODataQuery of(ODataSupport support, Map<String, String> parameters) {
		if (support.none()) {
			return new ODataQuery((_) -> true, OptionalInt.empty(), 0);
		}
		parameters.keySet().forEach((name) -> requireSupported(support, name));
		@Nullable String expand = parameters.get("$expand");
		if (expand != null && !support.expandable().contains(expand)) {
			throw Refusal.odata("The property '%s' cannot be expanded.".formatted(expand));
		}
		@Nullable String filter = parameters.get("$filter");
		OptionalInt top = number(parameters, "$top");
		if (top.isPresent() && top.getAsInt() > support.maxTop()) {
			throw Refusal.odata("The limit of '%d' for Top query has been exceeded.".formatted(support.maxTop()));
		}
		return new ODataQuery((filter != null) ? ODataFilter.parse(filter, support.filterable()) : (_) -> true, top,
				skip(parameters));
	}

	List<Entity> matching(List<Entity> rows) {
		return rows.stream().filter(this.filter).toList();
	}

	private static void requireSupported(ODataSupport support, String name) {
		boolean supported = switch (name) {
			case "$filter" -> !support.filterable().isEmpty();
			case "$top", "$skip", SkipToken.PARAMETER -> support.paged();
			case "$expand" -> !support.expandable().isEmpty();
			default -> !name.startsWith("$");
		};
		if (!supported) {
			throw Refusal.odata("The query option '%s' is not supported here.".formatted(name));
		}
	}

	private static int skip(Map<String, String> parameters) {
		@Nullable String token = parameters.get(SkipToken.PARAMETER);
		return (token != null) ? SkipToken.read(token) : number(parameters, "$skip").orElse(0);
	}

	private static OptionalInt number(Map<String, String> parameters, String name) {
		@Nullable String value = parameters.get(name);
		if (value == null) {
			return OptionalInt.empty();
		}
		if (!value.matches("\\d{1,9}")) {
			throw Refusal.odata("Invalid value '%s' for %s.".formatted(value, name));
		}
		return OptionalInt.of(Integer.parseInt(value));
	}

}
