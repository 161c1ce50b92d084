package io.github.defenderbff.relay;

import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;

import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.invoker.HttpRequestValues;

/** Reads a {@link Call} from the invocation of a declared method. */
final class CallReader implements HttpRequestValues.Processor {

	static final String CALL = Call.class.getName();

	private final Operations operations;

	CallReader(Operations operations) {
		this.operations = operations;
	}

	@Override
	public void process(Method method, MethodParameter[] parameters, @Nullable Object[] arguments,
			HttpRequestValues.Builder builder) {
		var path = new LinkedHashMap<String, String>();
		var query = new TreeMap<String, String>();
		@Nullable Content content = null;
		for (var index = 0; index < parameters.length; index++) {
			switch (arguments[index]) {
				case null -> {
				}
				case Content given -> content = given;
				case ODataQuery odata -> query.putAll(odata.options());
				case Object value -> put(parameters[index], value.toString(), path, query);
			}
		}
		var call = new Call(this.operations.of(method), Caller.current(), path, query, content, Terms.current(), null,
				null, null);
		KnownRequests.serve(call);
		builder.addAttribute(CALL, call);
	}

	private static void put(MethodParameter parameter, String value, Map<String, String> path,
			Map<String, String> query) {
		var variable = parameter.getParameterAnnotation(PathVariable.class);
		if (variable != null) {
			path.put(name(variable.name(), parameter), value);
			return;
		}
		var option = parameter.getParameterAnnotation(RequestParam.class);
		if (option == null) {
			throw new IllegalStateException("Not a parameter of a call: " + parameter);
		}
		query.put(name(option.name(), parameter), value);
	}

	private static String name(String declared, MethodParameter parameter) {
		if (StringUtils.hasText(declared)) {
			return declared;
		}
		var name = parameter.getParameterName();
		if (name == null) {
			throw new IllegalStateException("Compiled without parameter names: " + parameter);
		}
		return name;
	}

}
