package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.Examples;
import io.github.defenderbff.defender.entity.MachineAction;
import io.github.defenderbff.defender.entity.StringValue;
import io.github.defenderbff.defender.request.CancelRequest;
import io.github.defenderbff.defender.request.MachineActionId;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.relay.Body;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.OData;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.relay.SignedLinks;
import io.github.defenderbff.responsecache.About;
import io.github.defenderbff.responsecache.Fresh;
import io.github.defenderbff.responsecache.Kind;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.PositiveOrZero;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Response actions: what was done to devices, and how far it is. */
@DefenderApi("/api/machineactions")
@Tag(name = "Machine actions", description = "Response actions, how far they are and what they brought")
interface MachineActions {

	@GetExchange
	@Operation(summary = "Page through response actions",
			description = "Live response started in the portal is not among them.")
	@Requires(anyScope = { Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			inferred = Part.SCOPE)
	@Fresh(Kind.PROGRESS)
	@OData(filter = { "id", "status", "machineId", "type", "requestor", "creationDateTimeUtc" })
	Payload<ODataCollection<MachineAction>> list(ODataQuery query);

	@GetExchange("/{id}")
	@Operation(summary = "Fetch one response action",
			description = "Ask again until its status is Succeeded, Failed, TimeOut or Cancelled.")
	@Requires(anyScope = { Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.MACHINE_ACTION, inferred = { Part.SCOPE, Part.EXPOSURE })
	@Fresh(Kind.PROGRESS)
	Payload<MachineAction> get(@PathVariable @MachineActionId String id);

	@GetExchange("/{id}/getPackageUri")
	@Operation(summary = "Get a download link for a collected package",
			description = "404 while the collection is not finished. People get a link of this service, for one "
					+ "download; applications get Defender's, which needs no sign-in: do not store it.")
	@Requires(anyScope = Scope.MACHINE_COLLECT_FORENSICS, anyPrivilege = Privilege.ALERTS_INVESTIGATION,
			exposure = Exposure.MACHINE_ACTION, inferred = Part.APPLICATION_ROLE)
	@Rate(perMinute = 2, perHour = 120)
	@SignedLinks
	Payload<StringValue> getPackageUri(@PathVariable @MachineActionId String id);

	@PostExchange("/{id}/cancel")
	@Operation(summary = "Cancel a response action not yet finished",
			description = "Needs what the cancelled action needs. Which that is can be told only when the action "
					+ "is read, so any of the scopes and privileges of response actions passes here, and "
					+ "Defender decides.")
	@Requires(
			anyScope = { Scope.MACHINE_COLLECT_FORENSICS, Scope.MACHINE_ISOLATE, Scope.MACHINE_RESTRICT_EXECUTION,
					Scope.MACHINE_SCAN, Scope.MACHINE_OFFBOARD, Scope.MACHINE_STOP_AND_QUARANTINE,
					Scope.MACHINE_LIVE_RESPONSE },
			anyPrivilege = { Privilege.ALERTS_INVESTIGATION, Privilege.ACTIVE_REMEDIATION,
					Privilege.MANAGE_SECURITY_SETTINGS, Privilege.LIVE_RESPONSE_BASIC,
					Privilege.LIVE_RESPONSE_ADVANCED },
			exposure = Exposure.MACHINE_ACTION, inferred = { Part.PRIVILEGE, Part.EXPOSURE })
	@About({ "machineActions", "machines" })
	Payload<MachineAction> cancel(@PathVariable @MachineActionId @Parameter(description = MachineActionId.DESCRIPTION,
			example = Examples.PENDING_ACTION) String id, @RequestBody Body<CancelRequest> body);

	@GetExchange("/{id}/GetLiveResponseResultDownloadLink(index={index})")
	@Operation(summary = "Get a download link for one command's output",
			description = "People get a link of this service, for one download; applications get Defender's, "
					+ "which needs no sign-in: do not store it. Ask again for a new one. PutFile has no output.")
	@Requires(anyScope = Scope.MACHINE_LIVE_RESPONSE,
			anyPrivilege = { Privilege.LIVE_RESPONSE_BASIC, Privilege.LIVE_RESPONSE_ADVANCED },
			exposure = Exposure.MACHINE_ACTION, inferred = { Part.APPLICATION_ROLE, Part.PRIVILEGE, Part.EXPOSURE })
	@SignedLinks
	Payload<StringValue> liveResponseResultLink(
			@PathVariable @MachineActionId @Parameter(description = MachineActionId.DESCRIPTION,
					example = Examples.LIVE_RESPONSE) String id,
			@PathVariable @PositiveOrZero(message = "must be the position of a command, counted from zero") @Parameter(
					description = "The command's position, counted from zero", example = "0") int index);

}
