package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.MachineReference;
import io.github.defenderbff.defender.entity.RemediationActivity;
import io.github.defenderbff.defender.request.RemediationTaskId;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.quota.Rate;
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

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Work asked for to close weaknesses, and how far it is. */
@DefenderApi("/api/remediationTasks")
@Tag(name = "Remediation tasks", description = "Work asked for to close weaknesses, and how far it is")
interface RemediationTasks {

	@GetExchange
	@Operation(summary = "Page through remediation activities")
	@Requires(anyScope = Scope.REMEDIATION_TASKS_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = { Part.SCOPE, Part.PRIVILEGE })
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@OData(filter = { "createdOn", "status" })
	Payload<ODataCollection<RemediationActivity>> list(ODataQuery query);

	@GetExchange("/{id}")
	@Operation(summary = "Fetch one remediation activity by id")
	@Requires(anyScope = Scope.REMEDIATION_TASKS_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = { Part.SCOPE, Part.PRIVILEGE })
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	Payload<RemediationActivity> get(@PathVariable @RemediationTaskId String id);

	@GetExchange("/{id}/machineReferences")
	@Operation(summary = "List devices still exposed under a remediation activity")
	@Requires(anyScope = Scope.REMEDIATION_TASKS_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = { Part.SCOPE, Part.PRIVILEGE })
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@About({ "remediationTasks", "machines" })
	Payload<ODataCollection<MachineReference>> machineReferences(@PathVariable @RemediationTaskId String id);

}
