package io.github.sandbox.defender;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A response action someone ordered; its status follows from the time.
 *
 * @param id the action's id
 * @param machine the device as it was then
 * @param order what was ordered
 * @param requestor who ordered it
 * @param created when
 * @param cancellation who stopped it, if anyone
 */
record Action(String id, Entity machine, Order order, String requestor, Instant created,
		Optional<Cancellation> cancellation) {

	Action cancelled(Cancellation cancellation) {
		return new Action(this.id, this.machine, this.order, this.requestor, this.created, Optional.of(cancellation));
	}

	/** Whether the device does not report, so that it never hears of the order. */
	boolean waitsForDevice() {
		return this.machine.text("healthStatus").equals("Inactive");
	}

	boolean concerns(ActionKind kind, String machineId) {
		return this.order.kind() == kind && this.machine.text("id").equals(machineId);
	}

	/**
	 * What someone asked for.
	 *
	 * @param kind the kind of action
	 * @param comment why
	 * @param scope how far it goes, for isolations and scans
	 * @param sha1 the file, for quarantines
	 * @param commands the live response commands
	 */
	record Order(ActionKind kind, String comment, @Nullable String scope, @Nullable String sha1,
			List<JsonNode> commands) {

		Order {
			commands = List.copyOf(commands);
		}

		static Order of(ActionKind kind, String comment) {
			return new Order(kind, comment, null, null, List.of());
		}

		Order scoped(String scope) {
			return new Order(this.kind, this.comment, scope, this.sha1, this.commands);
		}

		Order onFile(String sha1) {
			return new Order(this.kind, this.comment, this.scope, sha1, this.commands);
		}

		Order running(List<JsonNode> commands) {
			return new Order(this.kind, this.comment, this.scope, this.sha1, commands);
		}

	}

	/** Who stopped an action, when and why. */
	record Cancellation(String requestor, String comment, Instant time) {

	}

}
