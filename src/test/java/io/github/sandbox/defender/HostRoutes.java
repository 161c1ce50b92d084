package io.github.sandbox.defender;

import java.net.URI;
import java.util.List;

import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.get;

/** Domains and addresses: where they were seen. */
final class HostRoutes {

	private static final Access DOMAIN = Access.anyScope("URL.Read.All").privileges(Privilege.VIEW_DATA);

	private static final Access ADDRESS = Access.anyScope("Ip.Read.All").privileges(Privilege.VIEW_DATA);

	private static final int MAX_DEVICES = 500;

	private final Estate estate;

	HostRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(
				get("domains.alerts", "/api/domains/{domain}/alerts", AlertRoutes.READ,
						(call) -> domain(call).alertsFor(call.caller())),
				get("domains.machines", "/api/domains/{domain}/machines", MachineRoutes.READ,
						(call) -> domain(call).machinesFor(call.caller(), MAX_DEVICES)),
				get("domains.stats", "/api/domains/{domain}/stats", DOMAIN, this::domainStats),
				get("ips.alerts", "/api/ips/{ip}/alerts", AlertRoutes.READ,
						(call) -> address(call).alertsFor(call.caller())),
				get("ips.stats", "/api/ips/{ip}/stats", ADDRESS, this::addressStats));
	}

	private Answer domainStats(Call call) {
		return Answer.found(
				Entity.builder().with("host", call.variable("domain")).with(domain(call).prevalence(call)).build(),
				"InOrgDomainStats");
	}

	private Answer addressStats(Call call) {
		return Answer.found(
				Entity.builder().with("ipAddress", call.variable("ip")).with(address(call).prevalence(call)).build(),
				"InOrgIPStats");
	}

	private Sightings domain(Call call) {
		String domain = Syntax.requireDomain(call.variable("domain"));
		return Sightings.of(this.estate, (evidence) -> evidence.get("url") != null
				&& domain.equalsIgnoreCase(URI.create(evidence.text("url")).getHost()));
	}

	private Sightings address(Call call) {
		String address = Syntax.requireIpAddress(call.variable("ip"));
		return Sightings.of(this.estate, (evidence) -> evidence.text("ipAddress").equalsIgnoreCase(address));
	}

}
