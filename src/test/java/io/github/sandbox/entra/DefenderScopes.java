package io.github.sandbox.entra;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The delegated scopes Defender offers, with the sentence a consent page shows for each.
 */
final class DefenderScopes {

	private static final Map<String, String> DESCRIPTIONS = Map.ofEntries(
			Map.entry("AdvancedQuery.Read", "Run advanced queries"), Map.entry("Alert.Read", "Read alerts"),
			Map.entry("Alert.ReadWrite", "Read and write alerts"), Map.entry("File.Read.All", "Read file profiles"),
			Map.entry("Ip.Read.All", "Read IP address profiles"), Map.entry("Library.Manage", "Manage library files"),
			Map.entry("Machine.CollectForensics", "Collect forensics from devices"),
			Map.entry("Machine.Isolate", "Isolate devices"),
			Map.entry("Machine.LiveResponse", "Run live response on devices"),
			Map.entry("Machine.Offboard", "Offboard devices"), Map.entry("Machine.Read", "Read device information"),
			Map.entry("Machine.ReadWrite", "Read and write device information"),
			Map.entry("Machine.RestrictExecution", "Restrict code execution on devices"),
			Map.entry("Machine.Scan", "Scan devices"),
			Map.entry("Machine.StopAndQuarantine", "Stop and quarantine files on devices"),
			Map.entry("RemediationTasks.Read", "Read remediation tasks"),
			Map.entry("Score.Read", "Read exposure and secure scores"),
			Map.entry("SecurityBaselinesAssessment.Read", "Read security baselines assessments"),
			Map.entry("SecurityConfiguration.Read", "Read security configurations"),
			Map.entry("SecurityRecommendation.Read", "Read security recommendations"),
			Map.entry("Software.Read", "Read software information"), Map.entry("Ti.ReadWrite", "Manage indicators"),
			Map.entry("URL.Read.All", "Read URL profiles"), Map.entry("User.Read.All", "Read user profiles"),
			Map.entry("Vulnerability.Read", "Read vulnerability information"));

	private static final Map<String, String> NAMES = names();

	private DefenderScopes() {
	}

	/** The scope's name in its own case, empty if Defender offers no such scope. */
	static Optional<String> canonical(String name) {
		return Optional.ofNullable(NAMES.get(name));
	}

	/** What the scope allows, for a person to read. */
	static String description(String name) {
		return DESCRIPTIONS.getOrDefault(name, name);
	}

	private static Map<String, String> names() {
		Map<String, String> names = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		DESCRIPTIONS.keySet().forEach((name) -> names.put(name, name));
		return names;
	}

}
