package io.github.defenderbff.relay;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the OData options of a request, and refuses what the operation does not take. */
final class ODataQueryResolver implements HandlerMethodArgumentResolver {

	private static final int MAXIMUM_LENGTH = 4000;

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == ODataQuery.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		var odata = Objects.requireNonNull(parameter.getMethodAnnotation(OData.class), "an ODataQuery needs @OData");
		var options = new TreeMap<String, String>();
		request.getParameterMap().forEach((name, values) -> {
			if (name.startsWith("$")) {
				options.put(name, checked(odata, name, single(name, values)));
			}
		});
		return options.isEmpty() ? ODataQuery.NONE : new ODataQuery(options);
	}

	private static String single(String name, String[] values) {
		if (values.length != 1 || values[0].isBlank()) {
			throw new InvalidParameter(name, "must be given once, with a value.");
		}
		if (values[0].length() > MAXIMUM_LENGTH) {
			throw new InvalidParameter(name, "must not be longer than " + MAXIMUM_LENGTH + " characters.");
		}
		return values[0];
	}

	private static String checked(OData odata, String name, String value) {
		if (!optionsOf(odata).contains(name)) {
			throw new InvalidParameter(name, "is not an option of this operation; it takes " + optionsOf(odata) + ".");
		}
		return switch (name) {
			case "$top" -> number(name, value, 1, odata.top());
			case "$skip" -> number(name, value, 0, Integer.MAX_VALUE);
			case "$expand" -> oneOf(name, value, odata.expand());
			default -> value;
		};
	}

	/** The options an operation takes, by name. */
	static List<String> optionsOf(OData odata) {
		var options = new TreeMap<>(Map.of("$filter", odata.filter().length > 0, "$top", odata.top() > 0, "$skip",
				odata.skip(), "$expand", odata.expand().length > 0));
		return options.entrySet().stream().filter(Map.Entry::getValue).map(Map.Entry::getKey).toList();
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
