package io.github.defenderbff.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * What a Defender role grants, by its classic name and by its name in unified RBAC ("Map
 * Microsoft Defender for Endpoint permissions to unified RBAC permissions").
 */
public enum Privilege {

	VIEW_DATA("View data - Security operations", "Security data basics (read)", "View data", "ViewData"),
	VIEW_DATA_VULNERABILITY_MANAGEMENT("View data - Defender Vulnerability Management",
			"Vulnerability management (read)", "TvmViewData"),
	ALERTS_INVESTIGATION("Alerts investigation", "Alerts (manage)"),
	ACTIVE_REMEDIATION("Active remediation actions - Security operations", "Response (manage)",
			"Active remediation actions"),
	EXCEPTION_HANDLING("Active remediation actions - Exception handling", "Exception handling (manage)",
			"Active remediation actions - Defender Vulnerability Management - Exception handling"),
	REMEDIATION_HANDLING("Active remediation actions - Remediation handling", "Remediation handling (manage)",
			"Active remediation actions - Defender Vulnerability Management - Remediation handling"),
	APPLICATION_HANDLING("Active remediation actions - Application handling", "Application handling (manage)",
			"Active remediation actions - Defender Vulnerability Management - Application handling"),
	MANAGE_SECURITY_BASELINES("Manage security baselines assessment profiles", "Security baselines assessment (manage)",
			"Defender Vulnerability Management - Manage security baselines assessment profiles",
			"Security baseline assessment (manage)"),
	MANAGE_SECURITY_SETTINGS("Manage security settings in Security Center", "Core security settings (manage)",
			"Manage security settings", "Manage security setting", "Security settings (all permissions)",
			"ManageSecurity"),
	MANAGE_SYSTEM_SETTINGS("Manage portal system settings", "System settings (read and manage)",
			"System settings (manage)", "System setting (read and manage)", "Authorization (manage)",
			"Authorization (read and manage)"),
	LIVE_RESPONSE_BASIC("Live response capabilities - Basic", "Basic live response (manage)",
			"Live response capabilities"),
	LIVE_RESPONSE_ADVANCED("Live response capabilities - Advanced", "Advanced live response (manage)");

	private static final Map<String, Privilege> BY_NAME = Arrays.stream(values())
		.flatMap((privilege) -> privilege.names.stream().map((name) -> Map.entry(lower(name), privilege)))
		.collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));

	@SuppressWarnings("ImmutableEnumChecker") // List.of is
	private final List<String> names;

	Privilege(String... names) {
		this.names = List.of(names);
	}

	/**
	 * The privilege the portal calls so, classic or unified, in any case; of a path such
	 * as {@code Security operations \ Security data \ Alerts (manage)} the end counts.
	 */
	public static Optional<Privilege> named(String name) {
		return Optional.ofNullable(BY_NAME.get(lower(name.substring(name.lastIndexOf('\\') + 1).trim())));
	}

	/** Every name of every privilege. */
	static List<String> allNames() {
		return Arrays.stream(values()).flatMap((privilege) -> privilege.names.stream()).toList();
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/** The classic name, as frontends see it. */
	@JsonValue
	public String classicName() {
		return this.names.getFirst();
	}

	/** The name in unified RBAC. */
	public String unifiedName() {
		return this.names.get(1);
	}

}
