package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.Alert;
import io.github.defenderbff.defender.entity.Machine;
import io.github.defenderbff.defender.request.AccountName;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.responsecache.About;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.service.annotation.GetExchange;

/** Accounts, and what they had to do with devices. */
@DefenderApi("/api/users")
@Tag(name = "Users", description = "Accounts, and what they had to do with devices")
interface Users {

	@GetExchange("/{id}/alerts")
	@Operation(summary = "List alerts that involve a user", description = "An empty list for a user not known.")
	@Requires(anyScope = { Scope.ALERT_READ, Scope.ALERT_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.FILTERED)
	@About("alerts")
	Payload<ODataCollection<Alert>> alerts(@PathVariable @AccountName String id);

	@GetExchange("/{id}/machines")
	@Operation(summary = "List devices a user logged on to", description = "An empty list for a user not known.")
	@Requires(anyScope = { Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.FILTERED, inferred = Part.SCOPE)
	@About("machines")
	Payload<ODataCollection<Machine>> machines(@PathVariable @AccountName String id);

}
