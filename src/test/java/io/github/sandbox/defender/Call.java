package io.github.sandbox.defender;

import java.util.Map;
import java.util.Optional;

/**
 * A request that passed the checks of its operation.
 *
 * @param operation what is called
 * @param caller who calls
 * @param inbound the request
 * @param variables the values of the path variables
 * @param parameters the query parameters
 */
record Call(Operation operation, Caller caller, Inbound inbound, Map<String, String> variables,
		Map<String, String> parameters) {

	boolean reads() {
		return this.operation.method().equals("GET");
	}

	String variable(String name) {
		return this.variables.getOrDefault(name, "");
	}

	Optional<String> parameter(String name) {
		return Optional.ofNullable(this.parameters.get(name));
	}

	RequestBody body() {
		return RequestBody.of(this.inbound.body());
	}

}
