package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.Score;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.relay.DefenderApi;
import io.github.defenderbff.relay.ODataCollection;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.responsecache.Fresh;
import io.github.defenderbff.responsecache.Kind;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;

import org.springframework.web.service.annotation.GetExchange;

/** How exposed the organisation is, and how well its devices are configured. */
@DefenderApi("/api")
@Tag(name = "Scores", description = "How exposed the organisation is, and how well its devices are configured")
interface Scores {

	@GetExchange("/exposureScore")
	@Operation(summary = "Read the exposure score of the organisation", description = "Lower is better.")
	@Requires(anyScope = Scope.SCORE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	Payload<Score> exposure();

	@GetExchange("/configurationScore")
	@Operation(summary = "Read the secure score of the devices", description = "Higher is better.")
	@Requires(anyScope = Scope.SCORE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	Payload<Score> configuration();

	@GetExchange("/exposureScore/ByMachineGroups")
	@Operation(summary = "List the exposure score of each device group")
	@Requires(anyScope = Scope.SCORE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	Payload<ODataCollection<Score>> exposureByMachineGroups();

}
