package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.Alert;
import io.github.defenderbff.defender.entity.DomainStats;
import io.github.defenderbff.defender.entity.Machine;
import io.github.defenderbff.defender.request.HostName;
import io.github.defenderbff.defender.request.LookBackHours;
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
import org.jspecify.annotations.Nullable;

import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.service.annotation.GetExchange;

/** Domains on the internet, and what devices had to do with them. */
@DefenderApi("/api/domains")
@Tag(name = "Domains", description = "Domains on the internet, and what devices had to do with them")
interface Domains {

	@GetExchange("/{domain}/alerts")
	@Operation(summary = "List alerts that involve a domain", description = "An empty list for a domain not known.")
	@Requires(anyScope = { Scope.ALERT_READ, Scope.ALERT_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.FILTERED, inferred = Part.SCOPE)
	@About("alerts")
	Payload<ODataCollection<Alert>> alerts(@PathVariable @HostName String domain);

	@GetExchange("/{domain}/machines")
	@Operation(summary = "List devices that talked to a domain",
			description = "500 devices at most. An empty list for a domain not known.")
	@Requires(anyScope = { Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE }, anyPrivilege = Privilege.VIEW_DATA,
			exposure = Exposure.FILTERED, inferred = Part.SCOPE)
	@About("machines")
	Payload<ODataCollection<Machine>> machines(@PathVariable @HostName String domain);

	@GetExchange("/{domain}/stats")
	@Operation(summary = "Tell how often a domain was met",
			description = "Prevalence is 0 for a domain not known, which is no 404.")
	@Requires(anyScope = Scope.URL_READ_ALL, anyPrivilege = Privilege.VIEW_DATA)
	Payload<DomainStats> stats(@PathVariable @HostName String domain,
			@RequestParam(required = false) @LookBackHours @Nullable Integer lookBackHours);

}
