package io.github.defenderbff.relay;

import java.lang.reflect.Method;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Reads the OData options of a request, and refuses what the operation does not take. */
final class ODataQueryResolver implements HandlerMethodArgumentResolver {

	private static final int MAXIMUM_LENGTH = 4000;

	private final Map<Method, ODataOptions> options = new ConcurrentHashMap<>();

	@Override
	public boolean supportsParameter(MethodParameter parameter) {
		return parameter.getParameterType() == ODataQuery.class;
	}

	@Override
	public Object resolveArgument(MethodParameter parameter, @Nullable ModelAndViewContainer container,
			NativeWebRequest request, @Nullable WebDataBinderFactory binders) {
		var known = of(Objects.requireNonNull(parameter.getMethod()));
		var options = new TreeMap<String, String>();
		request.getParameterMap().forEach((name, values) -> {
			var option = known.named(name);
			if (option != null) {
				var twin = options.put(option, known.checked(option, single(option, values)));
				if (twin != null) {
					throw new InvalidParameter(option, "must be given once.");
				}
			}
			else if (name.startsWith("$")) {
				throw new InvalidParameter(name, "is not an option of this operation; it takes " + known.names() + ".");
			}
		});
		return options.isEmpty() ? ODataQuery.NONE : new ODataQuery(options);
	}

	private ODataOptions of(Method method) {
		return this.options.computeIfAbsent(method,
				(_) -> ODataOptions
					.of(Objects.requireNonNull(AnnotatedElementUtils.findMergedAnnotation(method, OData.class),
							"an ODataQuery needs @OData")));
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

}
