package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.MachineReference;
import io.github.defenderbff.defender.entity.Recommendation;
import io.github.defenderbff.defender.entity.Software;
import io.github.defenderbff.defender.entity.Vulnerability;
import io.github.defenderbff.defender.request.RecommendationId;
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

/** What to change for better security, and where. */
@DefenderApi("/api/recommendations")
@Tag(name = "Recommendations", description = "What to change for better security, and where")
interface Recommendations {

	@GetExchange
	@Operation(summary = "Page through security recommendations")
	@Requires(anyScope = Scope.SECURITY_RECOMMENDATION_READ,
			anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT, inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@OData(filter = { "id", "productName", "vendor", "recommendedVersion", "recommendationCategory", "subCategory",
			"severityScore", "remediationType", "recommendedProgram", "recommendedVendor", "status" })
	Payload<ODataCollection<Recommendation>> list(ODataQuery query);

	@GetExchange("/{id}")
	@Operation(summary = "Fetch one security recommendation by id")
	@Requires(anyScope = Scope.SECURITY_RECOMMENDATION_READ,
			anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT, inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	Payload<Recommendation> get(@PathVariable @RecommendationId String id);

	@GetExchange("/{id}/software")
	@Operation(summary = "Get the product a recommendation is about")
	@Requires(anyScope = Scope.SECURITY_RECOMMENDATION_READ, anyApplicationRole = "Software.Read.All",
			anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT, inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@About("software")
	Payload<Software> software(@PathVariable @RecommendationId String id);

	@GetExchange("/{id}/machineReferences")
	@Operation(summary = "List devices a recommendation is for")
	@Requires(anyScope = Scope.SECURITY_RECOMMENDATION_READ,
			anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT, inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@About({ "recommendations", "machines" })
	Payload<ODataCollection<MachineReference>> machineReferences(@PathVariable @RecommendationId String id);

	@GetExchange("/{id}/vulnerabilities")
	@Operation(summary = "List vulnerabilities a recommendation would close",
			description = "Takes the scope for vulnerabilities, not the one for recommendations.")
	@Requires(anyScope = Scope.VULNERABILITY_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@About("vulnerabilities")
	Payload<ODataCollection<Vulnerability>> vulnerabilities(@PathVariable @RecommendationId String id);

}
