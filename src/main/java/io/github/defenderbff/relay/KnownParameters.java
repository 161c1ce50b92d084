package io.github.defenderbff.relay;

import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpMethod;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;

/**
 * Refuses query parameters that an operation does not declare, and those that come twice.
 * Passed over in silence, a misspelt {@code $filter} would list everything.
 */
final class KnownParameters implements HandlerInterceptor {

	private final Map<Method, Names> known = new ConcurrentHashMap<>();

	@Override
	public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
		if (handler instanceof HandlerMethod method && mayHaveParameters(request)) {
			var names = this.known.computeIfAbsent(method.getMethod(), (_) -> Names.of(method));
			for (var parameter : request.getParameterMap().entrySet()) {
				var name = parameter.getKey();
				if (!names.contains(name)) {
					throw new InvalidParameter(name,
							names.all().isEmpty() ? "is unknown; this operation takes no parameters."
									: "is unknown; this operation takes " + names.all() + ".");
				}
				if (parameter.getValue().length != 1) {
					throw new InvalidParameter(name, "must be given once.");
				}
			}
		}
		return true;
	}

	/** The container takes parameters from the parts of a form as well, in any method. */
	private static boolean mayHaveParameters(HttpServletRequest request) {
		return request.getQueryString() != null
				|| (HttpMethod.GET.matches(request.getMethod()) && request.getContentType() != null);
	}

	/**
	 * The names an operation knows. OData options come in any case, all others as
	 * declared: in another case they would be passed over.
	 */
	private record Names(List<String> options, List<String> parameters) {

		static Names of(HandlerMethod method) {
			var odata = method.getMethodAnnotation(OData.class);
			return new Names((odata != null) ? ODataOptions.of(odata).taken().toList() : List.of(),
					Arrays.stream(method.getMethodParameters())
						.filter((parameter) -> parameter.hasParameterAnnotation(RequestParam.class))
						.map(Names::name)
						.toList());
		}

		private static String name(MethodParameter parameter) {
			var declared = Objects.requireNonNull(parameter.getParameterAnnotation(RequestParam.class)).name();
			return declared.isEmpty() ? Objects.requireNonNull(parameter.getParameter().getName()) : declared;
		}

		boolean contains(String name) {
			return this.parameters.contains(name) || this.options.stream().anyMatch(name::equalsIgnoreCase);
		}

		List<String> all() {
			return Stream.concat(this.options.stream(), this.parameters.stream()).sorted().toList();
		}

	}

}
