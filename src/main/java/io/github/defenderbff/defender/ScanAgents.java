package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.ScanAgent;
import io.github.defenderbff.defender.request.ScanAgentId;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Devices that scan others. */
@DefenderApi("/api/DeviceAuthenticatedScanAgents")
@Tag(name = "Scan agents", description = "Devices that scan others")
interface ScanAgents {

	@GetExchange
	@Operation(summary = "List devices that scan others")
	@Requires(anyScope = Scope.MACHINE_READ,
			anyPrivilege = { Privilege.VIEW_DATA, Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT }, inferred = Part.SCOPE)
	Payload<ODataCollection<ScanAgent>> list();

	@GetExchange("/{id}")
	@Operation(summary = "Fetch one device that scans others",
			description = "The documentation shows the record in a list of one, so be ready for both.")
	@Requires(anyScope = Scope.MACHINE_READ,
			anyPrivilege = { Privilege.VIEW_DATA, Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT }, inferred = Part.SCOPE)
	Payload<ScanAgent> get(@PathVariable @ScanAgentId String id);

}
