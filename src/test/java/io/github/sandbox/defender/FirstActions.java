package io.github.sandbox.defender;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import io.github.sandbox.organisation.LibraryFiles;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.PastActions;
import io.github.sandbox.organisation.People;
import tools.jackson.databind.JsonNode;

/** The response actions that were ordered before the sandbox started. */
final class FirstActions {

	private static final String SCRIPT = """
			{"type":"RunScript","params":[{"key":"ScriptName","value":"%s"},{"key":"Args","value":"-Days 3"}]}"""
		.formatted(LibraryFiles.COLLECT_LOGS.fileName());

	private static final String FETCH = """
			{"type":"GetFile","params":[{"key":"Path","value":"C:\\\\Temp\\\\logs.zip"}]}""";

	private FirstActions() {
	}

	static Stream<Action> at(Table machines, Instant now) {
		Action.Order collection = Action.Order.of(ActionKind.COLLECT, "Examine the suspicious sign-ins");
		Action.Order session = Action.Order.of(ActionKind.LIVE_RESPONSE, "Fetch the event logs")
			.running(List.of(command(SCRIPT), command(FETCH)));
		Action.Order isolation = Action.Order.of(ActionKind.ISOLATE, "Cut off until it is found").scoped("Full");
		return Stream.of(
				action(PastActions.PACKAGE_COLLECTION, found(machines, Machines.EXAMINED_WORKSTATION), collection,
						now.minus(Duration.ofHours(26))),
				action(PastActions.LIVE_RESPONSE, found(machines, Machines.EXAMINED_WORKSTATION), session,
						now.minus(Duration.ofHours(25))),
				action(PastActions.PENDING_ISOLATION, found(machines, Machines.SILENT_WORKSTATION), isolation,
						now.minus(Duration.ofHours(2))));
	}

	private static Entity found(Table machines, Machine machine) {
		return machines.find(machine.id()).orElseThrow();
	}

	private static Action action(String id, Entity machine, Action.Order order, Instant created) {
		return new Action(id, machine, order, People.RUNE_RESPONDER.userPrincipalName(), created, Optional.empty());
	}

	private static JsonNode command(String json) {
		return Json.read(json.getBytes(StandardCharsets.UTF_8));
	}

}
