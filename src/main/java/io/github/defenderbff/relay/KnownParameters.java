package io.github.defenderbff.relay;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an operation does not declare, and those that come twice.
 * Passed over in silence, a misspelt {@code $filter} would list everything.
 */
final class KnownParameters implements HandlerInterceptor {

	private final Map<Method, Set<String>> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (request.getQueryString() != null && handler instanceof HandlerMethod method) {
			var names = this.known.computeIfAbsent(method.getMethod(), (_) -> namesOf(method));
			for (var parameter : request.getParameterMap().entrySet()) {
				var name = parameter.getKey();
				if (!names.contains(name)) {
					throw new InvalidParameter(name, names.isEmpty() ? "is unknown; this operation takes no parameters."
							: "is unknown; this operation takes " + names.stream().sorted().toList() + ".");
				}
				if (parameter.getValue().length != 1) {
					throw new InvalidParameter(name, "must be given once.");
				}
			}
		}
		return true;
	}

	private static Set<String> namesOf(HandlerMethod method) {
		var names = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
		var odata = method.getMethodAnnotation(OData.class);
		if (odata != null) {
			var options = ODataOptions.of(odata);
			names.addAll(options.names());
			if (options.isPaged()) {
				names.add(ODataOptions.SKIP_TOKEN);
			}
		}
		Arrays.stream(method.getMethodParameters())
			.filter((parameter) -> parameter.hasParameterAnnotation(RequestParam.class))
			.map((parameter) -> {
				var declared = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class)).name();
				return declared.isEmpty() ? Objects.requireNonNull(parameter.getParameter().getName()) : declared;
			})
			.forEach(names::add);
		return names;
	}

}
