package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.MachineReference;
import io.github.defenderbff.defender.entity.MissingKb;
import io.github.defenderbff.defender.entity.Software;
import io.github.defenderbff.defender.entity.SoftwareVersionDistribution;
import io.github.defenderbff.defender.entity.Vulnerability;
import io.github.defenderbff.defender.request.SoftwareId;
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

/** Products in the organisation, their versions, weaknesses and devices. */
@DefenderApi(value = "/api/Software", id = "software")
@Tag(name = "Software", description = "Products in the organisation, their versions, weaknesses and devices")
interface SoftwareInventory {

	@GetExchange
	@Operation(summary = "Page through the software inventory")
	@Requires(anyScope = Scope.SOFTWARE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@OData(filter = { "id", "name", "vendor" })
	Payload<ODataCollection<Software>> list(ODataQuery query);

	@GetExchange("/{id}")
	@Operation(summary = "Fetch one product by id")
	@Requires(anyScope = Scope.SOFTWARE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	Payload<Software> get(@PathVariable @SoftwareId String id);

	@GetExchange("/{id}/distributions")
	@Operation(summary = "Count installations and vulnerabilities of each version of a product")
	@Requires(anyScope = Scope.SOFTWARE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	Payload<ODataCollection<SoftwareVersionDistribution>> distributions(@PathVariable @SoftwareId String id);

	@GetExchange("/{id}/machineReferences")
	@Operation(summary = "List devices that have a product")
	@Requires(anyScope = Scope.SOFTWARE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@About({ "software", "machines" })
	Payload<ODataCollection<MachineReference>> machineReferences(@PathVariable @SoftwareId String id);

	@GetExchange("/{id}/vulnerabilities")
	@Operation(summary = "List vulnerabilities of a product",
			description = "Takes the scope for vulnerabilities, not the one for software.")
	@Requires(anyScope = Scope.VULNERABILITY_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@About("vulnerabilities")
	Payload<ODataCollection<Vulnerability>> vulnerabilities(@PathVariable @SoftwareId String id);

	@GetExchange("/{id}/getmissingkbs")
	@Operation(summary = "List security updates missing for a product")
	@Requires(anyScope = Scope.SOFTWARE_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	Payload<ODataCollection<MissingKb>> missingKbs(@PathVariable @SoftwareId String id);

}
