package io.github.sandbox.defender;

import java.util.List;
import java.util.function.Function;

import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.post;

/** Ordering response actions on a device. */
final class ResponseRoutes {

	private static final Access COLLECT = access("Machine.CollectForensics", ActionKind.COLLECT);

	private static final Access ISOLATE = access("Machine.Isolate", ActionKind.ISOLATE);

	private static final Access RESTRICT = access("Machine.RestrictExecution", ActionKind.RESTRICT);

	private static final Access SCAN = access("Machine.Scan", ActionKind.SCAN);

	private static final Access OFFBOARD = access("Machine.Offboard", ActionKind.OFFBOARD);

	private static final Access QUARANTINE = access("Machine.StopAndQuarantine", ActionKind.QUARANTINE)
		.roles("Machine.StopAndQuarantine", "Machine.Read.All", "Machine.ReadWrite.All");

	private static final Access LIVE_RESPONSE = access("Machine.LiveResponse", ActionKind.LIVE_RESPONSE);

	private final Estate estate;

	ResponseRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(
				order("machines.collectInvestigationPackage", "collectInvestigationPackage", COLLECT,
						(body) -> Orders.plain(ActionKind.COLLECT, body)),
				order("machines.isolate", "isolate", ISOLATE, Orders::isolation),
				order("machines.unisolate", "unisolate", ISOLATE, (body) -> Orders.plain(ActionKind.UNISOLATE, body)),
				order("machines.restrictCodeExecution", "restrictCodeExecution", RESTRICT,
						(body) -> Orders.plain(ActionKind.RESTRICT, body)),
				order("machines.unrestrictCodeExecution", "unrestrictCodeExecution", RESTRICT,
						(body) -> Orders.plain(ActionKind.UNRESTRICT, body)),
				order("machines.runAntiVirusScan", "runAntiVirusScan", SCAN, Orders::scan),
				post("machines.offboard", "/api/machines/{id}/offboard", OFFBOARD, this::offboard),
				order("machines.stopAndQuarantineFile", "StopAndQuarantineFile", QUARANTINE, Orders::quarantine),
				order("machines.runLiveResponse", "runliveresponse", LIVE_RESPONSE,
						(body) -> inLibrary(Orders.liveResponse(body)))
					.perMinute(10));
	}

	private Operation order(String id, String verb, Access access, Function<RequestBody, Action.Order> reading) {
		return post(id, "/api/machines/{id}/" + verb, access,
				(call) -> Answer.created(started(call, reading), ActionView.SET));
	}

	private Answer offboard(Call call) {
		return Answer.found(started(call, (body) -> Orders.plain(ActionKind.OFFBOARD, body)), ActionView.SET);
	}

	private Entity started(Call call, Function<RequestBody, Action.Order> reading) {
		Entity machine = this.estate.machine(call, call.variable("id"));
		Action.Order order = reading.apply(call.body());
		order.kind().requireSupportOf(machine);
		Actions actions = this.estate.actions();
		return actions.entity(actions.start(machine, order, call.caller().name()));
	}

	private Action.Order inLibrary(Action.Order order) {
		order.commands().forEach(this.estate.casework().library()::requireFileOf);
		return order;
	}

	private static Access access(String permission, ActionKind kind) {
		return Access.anyScope(permission).privileges(kind.privileges().toArray(Privilege[]::new));
	}

}
