package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.Alert;
import io.github.defenderbff.defender.entity.IpStats;
import io.github.defenderbff.defender.request.Address;
import io.github.defenderbff.defender.request.LookBackHours;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.responsecache.About;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Addresses, and what devices had to do with them. */
@DefenderApi("/api/ips")
@Tag(name = "IP addresses", description = "Addresses, and what devices had to do with them")
interface Ips {

	@GetExchange("/{ip}/alerts")
	@Operation(summary = "List alerts that involve an IP address",
			description = "An empty list for an address not known.")
	@Requires(anyScope = { Scope.ALERT_READ, Scope.ALERT_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.FILTERED)
	@About("alerts")
	Payload<ODataCollection<Alert>> alerts(@PathVariable @Address String ip);

	@GetExchange("/{ip}/stats")
	@Operation(summary = "Tell how often an IP address was met",
			description = "Prevalence is 0 for an address not known, which is no 404.")
	@Requires(anyScope = Scope.IP_READ_ALL, anyPrivilege = Privilege.VIEW_DATA)
	Payload<IpStats> stats(@PathVariable @Address String ip,
			@RequestParam(required = false) @LookBackHours @Nullable Integer lookBackHours);

}
