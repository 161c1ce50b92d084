package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.ScanDefinition;
import io.github.defenderbff.defender.entity.ScanHistoryByDefinition;
import io.github.defenderbff.defender.entity.ScanHistoryBySession;
import io.github.defenderbff.defender.request.CreateScanRequest;
import io.github.defenderbff.defender.request.ScanDefinitionId;
import io.github.defenderbff.defender.request.ScanDefinitionsRequest;
import io.github.defenderbff.defender.request.ScanPatch;
import io.github.defenderbff.defender.request.ScanSessionsRequest;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.relay.Body;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.OData;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.relay.Redacted;
import io.github.defenderbff.relay.Safe;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.service.annotation.GetExchange;
import org.springframework.web.service.annotation.PatchExchange;
import org.springframework.web.service.annotation.PostExchange;

/** Scans that sign in to network devices and Windows devices, and how they went. */
@DefenderApi("/api/DeviceAuthenticatedScanDefinitions")
@Tag(name = "Scan definitions",
		description = "Scans that sign in to network devices and Windows devices, and how they went")
interface ScanDefinitions {

	@GetExchange
	@Operation(summary = "List scan definitions", description = "Credentials are left out.")
	@Requires(anyScope = Scope.MACHINE_READ,
			anyPrivilege = { Privilege.VIEW_DATA, Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT }, inferred = Part.SCOPE)
	@Redacted({ "communityString", "authPassword", "privPassword", "password" })
	Payload<ODataCollection<ScanDefinition>> list();

	@PostExchange
	@Operation(summary = "Set up a scan", description = "The scanning device must have reported lately.")
	@Requires(anyScope = Scope.MACHINE_READ_WRITE, anyPrivilege = Privilege.MANAGE_SECURITY_SETTINGS,
			inferred = Part.SCOPE)
	@Redacted({ "communityString", "authPassword", "privPassword", "password" })
	Payload<ScanDefinition> create(@RequestBody Body<CreateScanRequest> body);

	@PatchExchange("/{id}")
	@Operation(summary = "Change a scan")
	@Requires(anyScope = Scope.MACHINE_READ_WRITE, anyPrivilege = Privilege.MANAGE_SECURITY_SETTINGS,
			inferred = Part.SCOPE)
	@Redacted({ "communityString", "authPassword", "privPassword", "password" })
	Payload<ScanDefinition> update(@PathVariable @ScanDefinitionId String id, @RequestBody Body<ScanPatch> body);

	@PostExchange("/BatchDelete")
	@Operation(summary = "Delete scan definitions")
	@Requires(anyScope = Scope.MACHINE_READ_WRITE, anyPrivilege = Privilege.MANAGE_SECURITY_SETTINGS,
			inferred = Part.SCOPE)
	Payload<Void> batchDelete(@RequestBody Body<ScanDefinitionsRequest> body);

	@PostExchange("/GetScanHistoryByScanDefinitionId")
	@Operation(summary = "List the runs of scans", description = "$top and $skip count runs.")
	@Requires(anyScope = Scope.MACHINE_READ,
			anyPrivilege = { Privilege.VIEW_DATA, Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT }, inferred = Part.SCOPE)
	@Safe
	@OData(top = 4_096)
	Payload<ODataCollection<ScanHistoryByDefinition>> historyByDefinition(
			@RequestBody Body<ScanDefinitionsRequest> body, ODataQuery query);

	@PostExchange("/GetScanHistoryBySessionId")
	@Operation(summary = "List the results of runs, target by target")
	@Requires(anyScope = Scope.MACHINE_READ,
			anyPrivilege = { Privilege.VIEW_DATA, Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT }, inferred = Part.SCOPE)
	@Safe
	Payload<ODataCollection<ScanHistoryBySession>> historyBySession(@RequestBody Body<ScanSessionsRequest> body);

}
