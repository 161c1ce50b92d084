package io.github.sandbox.defender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * What someone wants to change about an alert.
 *
 * @param properties the new values
 * @param comment a comment to add
 * @param author who changes it
 */
record AlertChange(Map<String, String> properties, Optional<String> comment, String author) {

	private static final Set<String> DETERMINATIONS = Set.of("MultiStagedAttack", "MaliciousUserActivity",
			"CompromisedUser", "Malware", "Phishing", "UnwantedSoftware", "Other", "SecurityTesting",
			"LineOfBusinessApplication", "ConfirmedUserActivity", "ConfirmedActivity", "Clean", "NotMalicious",
			"InsufficientData");

	AlertChange {
		properties = Map.copyOf(properties);
	}

	static AlertChange of(RequestBody body, String author) {
		Map<String, String> properties = new LinkedHashMap<>();
		body.oneOf("status", Set.of("New", "InProgress", "Resolved")).ifPresent((it) -> properties.put("status", it));
		body.text("assignedTo").ifPresent((it) -> properties.put("assignedTo", it));
		body.oneOf("classification", Set.of("TruePositive", "InformationalExpectedActivity", "FalsePositive"))
			.ifPresent((it) -> properties.put("classification", it));
		body.oneOf("determination", DETERMINATIONS).ifPresent((it) -> properties.put("determination", it));
		return new AlertChange(properties, body.text("comment"), author);
	}

	Entity applied(Entity alert, Instant now) {
		Entity.Builder changed = Entity.builder().with(alert);
		this.properties.forEach(changed::with);
		if (this.properties.containsKey("status")) {
			changed.with("resolvedTime", "Resolved".equals(this.properties.get("status")) ? now : null);
		}
		this.comment.ifPresent((text) -> changed.with("comments", commented(alert, text, now)));
		return changed.with("lastUpdateTime", now).build();
	}

	private List<Object> commented(Entity alert, String text, Instant now) {
		List<Object> comments = new ArrayList<>();
		if (alert.get("comments") instanceof Collection<?> earlier) {
			comments.addAll(earlier);
		}
		comments.add(
				Entity.builder().with("comment", text).with("createdBy", this.author).with("createdTime", now).build());
		return List.copyOf(comments);
	}

}
