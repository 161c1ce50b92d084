package io.github.sandbox.defender;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** How the API shows response actions. */
final class ActionView {

	static final String SET = "MachineActions";

	private ActionView() {
	}

	static Entity of(Action action, String status, Instant changed) {
		return Entity.builder()
			.with("id", action.id())
			.with("type", action.order().kind().type())
			.with("title", null)
			.with("requestor", action.requestor())
			.with("requestorComment", action.order().comment())
			.with("requestSource", "PublicApi")
			.with("status", status)
			.with("machineId", action.machine().text("id"))
			.with("computerDnsName", action.machine().text("computerDnsName"))
			.with("creationDateTimeUtc", action.created())
			.with("lastUpdateDateTimeUtc", changed)
			.with(cancellation(action))
			.with("errorHResult", 0)
			.with("scope", action.order().scope())
			.with("externalID", null)
			.with("relatedFileInfo", file(action))
			.with("commands", commands(action, status, changed))
			.with("troubleshootInfo", null)
			.build();
	}

	private static Entity cancellation(Action action) {
		var cancellation = action.cancellation();
		return Entity.builder()
			.with("cancellationRequestor", cancellation.map(Action.Cancellation::requestor).orElse(null))
			.with("cancellationComment", cancellation.map(Action.Cancellation::comment).orElse(null))
			.with("cancellationDateTimeUtc", cancellation.map(Action.Cancellation::time).orElse(null))
			.build();
	}

	private static @Nullable Entity file(Action action) {
		if (action.order().sha1() == null) {
			return null;
		}
		return Entity.builder()
			.with("fileIdentifier", action.order().sha1())
			.with("fileIdentifierType", "Sha1")
			.build();
	}

	private static List<Entity> commands(Action action, String status, Instant changed) {
		boolean done = status.equals(ActionStates.SUCCEEDED);
		List<Entity> results = new ArrayList<>();
		for (JsonNode command : action.order().commands()) {
			results.add(Entity.builder()
				.with("index", results.size())
				.with("startTime", status.equals("Pending") ? null : action.created())
				.with("endTime", done ? changed : null)
				.with("commandStatus", done ? "Completed" : "Created")
				.with("errors", List.of())
				.with("command", command)
				.build());
		}
		return List.copyOf(results);
	}

}
