package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.BaselineConfiguration;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.OData;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.responsecache.Fresh;
import io.github.defenderbff.responsecache.Kind;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.service.annotation.GetExchange;

/** Settings that active baselines hold. */
@DefenderApi("/api/baselineConfigurations")
@Tag(name = "Baseline configurations", description = "Settings that active baselines hold")
interface BaselineConfigurations {

	@GetExchange
	@Operation(summary = "Page through the settings that active baselines hold",
			description = "description, rationale and remediation are HTML: sanitise them before you show them.")
	@Requires(anyScope = { Scope.SECURITY_BASELINES_ASSESSMENT_READ, Scope.SECURITY_CONFIGURATION_READ },
			anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = { Part.SCOPE, Part.APPLICATION_ROLE, Part.PRIVILEGE })
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@OData(filter = { "id", "category", "name", "CCE" })
	Payload<ODataCollection<BaselineConfiguration>> list(ODataQuery query);

}
