package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.Investigation;
import io.github.defenderbff.defender.request.CommentRequest;
import io.github.defenderbff.defender.request.InvestigationId;
import io.github.defenderbff.defender.request.MachineId;
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
import io.github.defenderbff.responsecache.About;
import io.github.defenderbff.responsecache.Fresh;
import io.github.defenderbff.responsecache.Kind;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Automated investigations of devices, and how far they are. */
@DefenderApi("/api")
@Tag(name = "Investigations", description = "Automated investigations of devices, and how far they are")
interface Investigations {

	@GetExchange("/investigations")
	@Operation(summary = "Page through automated investigations")
	@Requires(anyScope = { Scope.ALERT_READ, Scope.ALERT_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			inferred = Part.SCOPE)
	@Fresh(Kind.PROGRESS)
	@OData(filter = { "startTime", "id", "state", "machineId", "triggeringAlertId" })
	Payload<ODataCollection<Investigation>> list(ODataQuery query);

	@GetExchange("/investigations/{id}")
	@Operation(summary = "Fetch one automated investigation",
			description = "By its own id or that of the alert that triggered it.")
	@Requires(anyScope = { Scope.ALERT_READ, Scope.ALERT_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			inferred = Part.SCOPE)
	@Fresh(Kind.PROGRESS)
	Payload<Investigation> get(@PathVariable @InvestigationId String id);

	@PostExchange("/machines/{id}/startInvestigation")
	@Operation(summary = "Start an automated investigation on a device",
			description = "Announced to end on 2026-09-01; run a full antivirus scan instead. For Windows 10 from "
					+ "1709, Windows 11, Windows Server from 2019 and Azure Stack HCI from 23H2.")
	@Requires(anyScope = Scope.ALERT_READ_WRITE, anyPrivilege = Privilege.ACTIVE_REMEDIATION,
			exposure = Exposure.MACHINE)
	@Rate(perMinute = Rate.UNSTATED, perHour = 50)
	@About({ "investigations", "machines", "alerts" })
	@ResponseStatus(HttpStatus.CREATED)
	Payload<Investigation> start(@PathVariable @MachineId String id, @RequestBody Body<CommentRequest> body);

}
