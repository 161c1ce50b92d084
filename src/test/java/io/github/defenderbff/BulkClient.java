package io.github.defenderbff;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.defender.DefenderLookAlike;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Machines;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;

/**
 * Somebody who does the same to many devices.
 *
 * @param client their session
 */
record BulkClient(Client client) {

	private static final Duration LONG = Duration.ofSeconds(60);

	/** A key that nobody used. */
	static String newKey() {
		return UUID.randomUUID().toString();
	}

	/** A body with these devices; further properties as JSON, with a leading comma. */
	static String body(List<String> machines, String more) {
		return "{\"machines\":[%s],\"comment\":\"INC-4711: suspicious logons\"%s}"
			.formatted(machines.stream().map((id) -> "\"" + id + "\"").collect(Collectors.joining(",")), more);
	}

	Answer send(String operation, String key, String body) {
		return this.client.post("/api/bulk/machines/" + operation, body, "Idempotency-Key", key);
	}

	Answer send(String operation, String key, List<String> machines) {
		return send(operation, key, body(machines, ""));
	}

	JsonNode run(String id) {
		return this.client.get("/api/bulk/runs/" + id).json();
	}

	/** The run when it has ended. */
	JsonNode ended(String id) {
		return Awaitility.await().atMost(LONG).until(() -> run(id), (run) -> "ended".equals(text(run, "state")));
	}

	/** The run when so many devices are in that state. */
	JsonNode with(String id, String outcome, int atLeast) {
		return Awaitility.await().atMost(LONG).until(() -> run(id), (run) -> count(run, outcome) >= atLeast);
	}

	static int count(JsonNode run, String outcome) {
		return run.path("counts").path(outcome).asInt(0);
	}

	static String text(JsonNode node, String property) {
		return node.path(property).asString("");
	}

	/** What became of each device. */
	static Map<String, String> outcomes(JsonNode run) {
		var outcomes = new TreeMap<String, String>();
		run.path("machines").forEach((step) -> outcomes.put(text(step, "machine"), text(step, "outcome")));
		return outcomes;
	}

	/** What a run tells of one device. */
	static JsonNode step(JsonNode run, String machine) {
		return run.path("machines")
			.valueStream()
			.filter((step) -> text(step, "machine").equals(machine))
			.findFirst()
			.orElseThrow();
	}

	/** The orders that reached Defender for a device. */
	static long received(DefenderLookAlike defender, String machine, String verb) {
		return defender.requests()
			.stream()
			.filter((request) -> request.method().equals("POST")
					&& request.pathAndQuery().equals("/api/machines/" + machine + "/" + verb))
			.count();
	}

	/** The ids of so many more workstations in the north. */
	static List<String> north(DefenderLookAlike defender, int count) {
		defender.grow(count);
		return Machines.furtherNorth(count).stream().map(Machine::id).toList();
	}

}
