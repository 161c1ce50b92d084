package io.github.defenderbff.defender;

import io.github.defenderbff.defender.entity.MachineReference;
import io.github.defenderbff.defender.entity.MachineVulnerability;
import io.github.defenderbff.defender.entity.Vulnerability;
import io.github.defenderbff.defender.request.CveId;
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

/** Vulnerabilities in the organisation, and the devices that have them. */
@DefenderApi("/api/vulnerabilities")
@Tag(name = "Vulnerabilities", description = "Vulnerabilities in the organisation, and the devices that have them")
interface Vulnerabilities {

	@GetExchange
	@Operation(summary = "Page through vulnerabilities that affect the organisation")
	@Requires(anyScope = Scope.VULNERABILITY_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@OData(filter = { "id", "name", "description", "cvssV3", "publishedOn", "severity", "updatedOn" }, top = 8_000)
	Payload<ODataCollection<Vulnerability>> list(ODataQuery query);

	@GetExchange("/{cveId}")
	@Operation(summary = "Fetch one vulnerability by CVE id")
	@Requires(anyScope = Scope.VULNERABILITY_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	Payload<Vulnerability> get(@PathVariable @CveId String cveId);

	@GetExchange("/{cveId}/machineReferences")
	@Operation(summary = "List devices that have a vulnerability")
	@Requires(anyScope = Scope.VULNERABILITY_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@About({ "vulnerabilities", "machines" })
	Payload<ODataCollection<MachineReference>> machineReferences(@PathVariable @CveId String cveId);

	@GetExchange("/machinesVulnerabilities")
	@Operation(summary = "Page through vulnerabilities by device and product",
			description = "One row for each device, product and vulnerability, with the update that closes it.")
	@Requires(anyScope = Scope.VULNERABILITY_READ, anyPrivilege = Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT,
			inferred = Part.PRIVILEGE)
	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	@Fresh(Kind.POSTURE)
	@OData(filter = { "id", "cveId", "machineId", "fixingKbId", "productName", "productVersion", "severity",
			"productVendor" })
	Payload<ODataCollection<MachineVulnerability>> machinesVulnerabilities(ODataQuery query);

}
