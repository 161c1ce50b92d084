package io.github.sandbox.defender;

import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** Reads what a scan definition's body asks for. */
final class ScanRequest {

	private static final String[] CHANGEABLE = { "scanName", "isActive", "target", "intervalInHours", "targetType",
			"scanAuthenticationParams" };

	private static final List<String> REQUIRED = List.of("scanType", "scanName", "isActive", "target",
			"intervalInHours", "targetType", "scannerAgent", "scanAuthenticationParams");

	private static final Map<String, Set<String>> VALUES = Map.of("scanType", Set.of("Windows", "Network"),
			"targetType", Set.of("Ip", "IP Address", "Hostname"));

	private ScanRequest() {
	}

	/** Everything but the scanner, all of it required. */
	static Entity complete(RequestBody body) {
		body.allowOnly(REQUIRED.toArray(String[]::new));
		REQUIRED.stream().filter((name) -> !body.json().hasNonNull(name)).findFirst().ifPresent((name) -> {
			throw Refusal.missingParameter(name);
		});
		String type = body.required("scanType", VALUES.getOrDefault("scanType", Set.of()));
		return Entity.builder().with("scanType", type).with(given(body, type)).build();
	}

	/** What is to change; the kind of scan and the scanner stay. */
	static Entity changes(RequestBody body, String scanType) {
		body.allowOnly(CHANGEABLE);
		return given(body, scanType);
	}

	private static Entity given(RequestBody body, String scanType) {
		Entity.Builder given = Entity.builder();
		for (String name : CHANGEABLE) {
			if (body.json().hasNonNull(name)) {
				given.with(name, value(body, name, scanType));
			}
		}
		return given.build();
	}

	private static Object value(RequestBody body, String name, String scanType) {
		JsonNode value = body.json().path(name);
		return switch (name) {
			case "isActive" -> {
				require(value.isBoolean(), name);
				yield value.booleanValue();
			}
			case "intervalInHours" -> {
				require(value.isInt() && value.intValue() > 0, name);
				yield value.intValue();
			}
			case "scanAuthenticationParams" -> ScanCredentials.of(value, scanType);
			case "targetType" -> body.required(name, VALUES.getOrDefault(name, Set.of()));
			default -> body.required(name);
		};
	}

	private static void require(boolean valid, String name) {
		if (!valid) {
			throw Refusal.badRequest("InvalidRequestBody", "Property '%s' has the wrong type.".formatted(name));
		}
	}

}
