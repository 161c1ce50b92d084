package io.github.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;

import io.github.sandbox.organisation.AuthenticatedScan;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.Products;
import io.github.sandbox.organisation.Recommendations;
import io.github.sandbox.organisation.Remediation;
import io.github.sandbox.organisation.Weaknesses;

/** A call that succeeds for every operation of vulnerability management. */
final class PostureExamples {

	static final String NEW_SCAN = """
			{"scanType":"Windows","scanName":"Offices","isActive":true,"target":"10.3.0.11","intervalInHours":8,
			"targetType":"Ip","scannerAgent":{"machineId":"%s"},"scanAuthenticationParams":{
			"@odata.type":"#microsoft.windowsDefenderATP.api.WindowsAuthParams","type":"Kerberos",
			"domain":"nordhavn","username":"gmsa-scan","isGmsaUser":true}}""".formatted(Machines.EXECUTIVE_LAPTOP.id());

	static final String DEFINITIONS = "{\"ScanDefinitionIds\":[\"%s\"]}".formatted(AuthenticatedScan.SWITCHES.id());

	static final String SESSIONS = "{\"SessionIds\":[\"%s\",\"%s\"]}"
		.formatted(AuthenticatedScan.SWITCHES.sessions().toArray());

	private static final Map<String, String> BODIES = Map.of("scanDefinitions.create", NEW_SCAN,
			"scanDefinitions.update", "{\"isActive\":false}", "scanDefinitions.batchDelete", DEFINITIONS,
			"scanDefinitions.historyByDefinition", DEFINITIONS, "scanDefinitions.historyBySession", SESSIONS);

	private static final Map<String, String> NAMED = Map.of("vulnerabilities", Weaknesses.CARGO_PLANNER_EXECUTION.id(),
			"software", Products.WINDOWS_11.id(), "recommendations", Recommendations.UPDATE_CARGO_PLANNER.id(),
			"remediationTasks", Remediation.OPEN.id(), "scanDefinitions", AuthenticatedScan.SWITCHES.id(), "scanAgents",
			AuthenticatedScan.agentId(AuthenticatedScan.SWITCHES.scanner()));

	private PostureExamples() {
	}

	static String path(CatalogueRow row, Instant now) {
		String family = row.id().substring(0, row.id().indexOf('.'));
		String path = row.path().replaceFirst("\\{\\w+}", NAMED.getOrDefault(family, ""));
		return row.id().endsWith(".exportDelta") ? path + "?sinceTime=" + now.minus(Duration.ofDays(2)) : path;
	}

	static String body(CatalogueRow row) {
		return BODIES.getOrDefault(row.id(), "{}");
	}

}
