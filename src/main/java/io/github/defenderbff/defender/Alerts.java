package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.Alert;
import io.github.defenderbff.defender.entity.Domain;
import io.github.defenderbff.defender.entity.File;
import io.github.defenderbff.defender.entity.Ip;
import io.github.defenderbff.defender.entity.Machine;
import io.github.defenderbff.defender.entity.User;
import io.github.defenderbff.defender.request.AlertBatchUpdate;
import io.github.defenderbff.defender.request.AlertId;
import io.github.defenderbff.defender.request.AlertPatch;
import io.github.defenderbff.defender.request.CreateAlertRequest;
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
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Alerts, what they rest on and what people make of them. */
@DefenderApi("/api/alerts")
@Tag(name = "Alerts", description = "Suspicious activity, what it rests on and what people make of it")
interface Alerts {

	@GetExchange
	@Operation(summary = "Page through alerts visible to the caller",
			description = "Evidence is empty unless $expand=evidence is given.")
	@Requires(anyScope = { Scope.ALERT_READ, Scope.ALERT_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.FILTERED, inferred = Part.SCOPE)
	@OData(filter = { "alertCreationTime", "lastUpdateTime", "incidentId", "investigationId", "id", "assignedTo",
			"detectionSource", "lastEventTime", "status", "severity", "category" }, expand = "evidence")
	Payload<ODataCollection<Alert>> list(ODataQuery query);

	@GetExchange("/{id}")
	@Operation(summary = "Fetch one alert by id")
	@Requires(anyScope = { Scope.ALERT_READ, Scope.ALERT_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.ALERT, inferred = Part.SCOPE)
	Payload<Alert> get(@PathVariable @AlertId String id);

	@PostExchange("/CreateAlertByReference")
	@Operation(summary = "Raise an alert from a hunting event",
			description = "Starts an automated investigation. An open alert of the same title on the same device "
					+ "is extended instead. 404 when there is no such event.")
	@Requires(anyScope = Scope.ALERT_READ_WRITE, anyPrivilege = Privilege.ALERTS_INVESTIGATION,
			exposure = Exposure.BODY_MACHINES)
	@Rate(perMinute = 15, perHour = Rate.UNSTATED)
	@About({ "alerts", "investigations" })
	Payload<Alert> createByReference(@RequestBody Body<CreateAlertRequest> body);

	@PatchExchange("/{id}")
	@Operation(summary = "Change status, owner, classification, determination or add a comment")
	@Requires(anyScope = Scope.ALERT_READ_WRITE, anyPrivilege = Privilege.ALERTS_INVESTIGATION,
			exposure = Exposure.ALERT)
	Payload<Alert> update(@PathVariable @AlertId String id, @RequestBody Body<AlertPatch> body);

	@PostExchange("/batchUpdate")
	@Operation(summary = "Apply one change to many alerts", description = "The answer has no body.")
	@Requires(anyScope = Scope.ALERT_READ_WRITE, anyPrivilege = Privilege.ALERTS_INVESTIGATION,
			exposure = Exposure.BODY_ALERTS)
	@Rate(perMinute = 10, perHour = 500)
	Payload<Void> batchUpdate(@RequestBody Body<AlertBatchUpdate> body);

	@GetExchange("/{id}/domains")
	@Operation(summary = "List domains tied to an alert")
	@Requires(anyScope = Scope.URL_READ_ALL, anyPrivilege = Privilege.VIEW_DATA, exposure = Exposure.ALERT)
	Payload<ODataCollection<Domain>> domains(@PathVariable @AlertId String id);

	@GetExchange("/{id}/files")
	@Operation(summary = "List files tied to an alert")
	@Requires(anyScope = Scope.FILE_READ_ALL, anyPrivilege = Privilege.VIEW_DATA, exposure = Exposure.ALERT)
	Payload<ODataCollection<File>> files(@PathVariable @AlertId String id);

	@GetExchange("/{id}/ips")
	@Operation(summary = "List IP addresses tied to an alert")
	@Requires(anyScope = Scope.IP_READ_ALL, anyPrivilege = Privilege.VIEW_DATA, exposure = Exposure.ALERT)
	Payload<ODataCollection<Ip>> ips(@PathVariable @AlertId String id);

	@GetExchange("/{id}/machine")
	@Operation(summary = "Get the device behind an alert")
	@Requires(anyScope = { Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.ALERT)
	@About("machines")
	Payload<Machine> machine(@PathVariable @AlertId String id);

	@GetExchange("/{id}/user")
	@Operation(summary = "Get the user behind an alert", description = "404 when the alert names no user.")
	@Requires(anyScope = Scope.USER_READ_ALL, anyPrivilege = Privilege.VIEW_DATA, exposure = Exposure.ALERT)
	Payload<User> user(@PathVariable @AlertId String id);

}
