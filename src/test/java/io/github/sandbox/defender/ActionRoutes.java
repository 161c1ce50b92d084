package io.github.sandbox.defender;

import java.time.Duration;
import java.util.List;

import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.get;
import static io.github.sandbox.defender.Operation.post;

/** Following response actions, stopping them and fetching what they brought. */
final class ActionRoutes {

	private static final Access PACKAGE = Access.anyScope("Machine.CollectForensics")
		.roles("Machine.Read.All", "Machine.ReadWrite.All")
		.privileges(Privilege.ALERTS_INVESTIGATION);

	private static final Access CANCEL = Access.anyScope("Machine.CollectForensics", "Machine.Isolate",
			"Machine.RestrictExecution", "Machine.Scan", "Machine.Offboard", "Machine.StopAndQuarantine",
			"Machine.LiveResponse");

	private static final Access RESULT = Access.anyScope("Machine.LiveResponse")
		.roles("Machine.Read.All", "Machine.ReadWrite.All")
		.privileges(Privilege.LIVE_RESPONSE_BASIC, Privilege.LIVE_RESPONSE_ADVANCED);

	private static final ODataSupport LISTING = ODataSupport.filterAndPages("id", "status", "machineId", "type",
			"requestor", "creationDateTimeUtc");

	private static final Duration LINK_LIFE = Duration.ofMinutes(30);

	private final Estate estate;

	ActionRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(get("machineActions.list", "/api/machineactions", MachineRoutes.READ, this::list).odata(LISTING),
				get("machineActions.get", "/api/machineactions/{id}", MachineRoutes.READ, this::action),
				get("machineActions.getPackageUri", "/api/machineactions/{id}/getPackageUri", PACKAGE, this::packageUri)
					.perMinute(2),
				post("machineActions.cancel", "/api/machineactions/{id}/cancel", CANCEL, this::cancel),
				get("machineActions.liveResponseResultLink",
						"/api/machineactions/{id}/GetLiveResponseResultDownloadLink(index={index})", RESULT,
						this::resultLink));
	}

	/** Not filtered by device group: Defender does not promise that. */
	private Answer list(Call call) {
		Actions actions = this.estate.actions();
		return new Answer.Rows(actions.all().stream().map(actions::entity).toList(), ActionView.SET);
	}

	private Answer action(Call call) {
		return Answer.found(this.estate.actions().entity(named(call)), ActionView.SET);
	}

	/** The value has quotes of its own, as Defender's has. */
	private Answer packageUri(Call call) {
		Action action = named(call);
		this.estate.machine(call, action.machine().text("id"));
		if (action.order().kind() != ActionKind.COLLECT || !this.estate.actions().succeeded(action)) {
			throw Refusal.notFound("The package is not ready.");
		}
		return new Answer.Text("\"%s\"".formatted(link("packages", action.id() + ".zip")));
	}

	private Answer cancel(Call call) {
		Action action = named(call);
		AccessCheck.requirePrivilege(call.caller(), action.order().kind().privileges());
		RequestBody body = call.body();
		body.allowOnly("Comment");
		Actions actions = this.estate.actions();
		Action cancelled = actions.cancel(action, call.caller().name(), body.text("Comment").orElse(""));
		return Answer.found(actions.entity(cancelled), ActionView.SET);
	}

	private Answer resultLink(Call call) {
		Action action = named(call);
		int index = call.variable("index").matches("\\d{1,4}") ? Integer.parseInt(call.variable("index")) : -1;
		if (index < 0 || index >= action.order().commands().size() || !this.estate.actions().succeeded(action)) {
			throw Refusal.notFound("There is no result for this command.");
		}
		if (action.order().commands().get(index).path("type").asString("").equals("PutFile")) {
			throw Refusal.notFound("PutFile has no result.");
		}
		return new Answer.Text(link("results", action.id() + "-" + index));
	}

	private Action named(Call call) {
		return this.estate.actions().find(call.variable("id"));
	}

	private String link(String container, String name) {
		return this.estate.storage().link(container, name, this.estate.now().plus(LINK_LIFE));
	}

}
