package io.github.sandbox.defender;

import java.util.List;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** Reads what a response action's body asks for. */
final class Orders {

	private static final List<String> COMMANDS = List.of("PutFile", "RunScript", "GetFile");

	private static final String COMMENT = "Comment";

	private Orders() {
	}

	static Action.Order plain(ActionKind kind, RequestBody body) {
		Action.Order order = Action.Order.of(kind, body.required(COMMENT));
		body.allowOnly(COMMENT);
		return order;
	}

	static Action.Order isolation(RequestBody body) {
		Action.Order order = Action.Order.of(ActionKind.ISOLATE, body.required(COMMENT));
		body.allowOnly(COMMENT, "IsolationType");
		return order.scoped(body.oneOf("IsolationType", Set.of("Full", "Selective", "UnManagedDevice")).orElse("Full"));
	}

	static Action.Order scan(RequestBody body) {
		Action.Order order = Action.Order.of(ActionKind.SCAN, body.required(COMMENT))
			.scoped(body.required("ScanType", Set.of("Quick", "Full")));
		body.allowOnly(COMMENT, "ScanType");
		return order;
	}

	static Action.Order quarantine(RequestBody body) {
		Action.Order order = Action.Order.of(ActionKind.QUARANTINE, body.required(COMMENT))
			.onFile(body.required("Sha1"));
		body.allowOnly(COMMENT, "Sha1");
		if (!body.required("Sha1").matches("[0-9a-fA-F]{40}")) {
			throw Refusal.badRequest("InvalidHashValue", "The value is not a SHA-1 hash.");
		}
		return order;
	}

	static Action.Order liveResponse(RequestBody body) {
		List<JsonNode> commands = body.objects("Commands")
			.filter((list) -> !list.isEmpty())
			.orElseThrow(() -> Refusal.missingParameter("Commands"));
		body.allowOnly(COMMENT, "Commands");
		requireSequence(commands.stream().map((command) -> command.path("type").asString("")).toList());
		return Action.Order.of(ActionKind.LIVE_RESPONSE, body.text(COMMENT).orElse("")).running(commands);
	}

	private static void requireSequence(List<String> types) {
		int latest = 0;
		for (String type : types) {
			int place = COMMANDS.indexOf(type);
			if (place < latest) {
				throw Refusal.badRequest("InvalidInput", "Commands must be PutFile, then RunScript, then GetFile.");
			}
			latest = place;
		}
	}

}
