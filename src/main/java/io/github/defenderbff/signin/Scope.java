package io.github.defenderbff.signin;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A delegated permission of the Defender for Endpoint API ("WindowsDefenderATP"), and the
 * application roles that are its counterparts for callers without a person. The list is
 * closed: nothing else can be asked for. Source: "Permissions" section of each API page.
 */
public enum Scope {

	ADVANCED_QUERY_READ("AdvancedQuery.Read", "AdvancedQuery.Read.All"), ALERT_READ("Alert.Read", "Alert.Read.All"),
	ALERT_READ_WRITE("Alert.ReadWrite", "Alert.ReadWrite.All"), FILE_READ_ALL("File.Read.All", "File.Read.All"),
	IP_READ_ALL("Ip.Read.All", "Ip.Read.All"), LIBRARY_MANAGE("Library.Manage", "Library.Manage"),
	MACHINE_COLLECT_FORENSICS("Machine.CollectForensics", "Machine.CollectForensics"),
	MACHINE_ISOLATE("Machine.Isolate", "Machine.Isolate"),
	MACHINE_LIVE_RESPONSE("Machine.LiveResponse", "Machine.LiveResponse"),
	MACHINE_OFFBOARD("Machine.Offboard", "Machine.Offboard"), MACHINE_READ("Machine.Read", "Machine.Read.All"),
	MACHINE_READ_WRITE("Machine.ReadWrite", "Machine.ReadWrite.All"),
	MACHINE_RESTRICT_EXECUTION("Machine.RestrictExecution", "Machine.RestrictExecution"),
	MACHINE_SCAN("Machine.Scan", "Machine.Scan"),
	MACHINE_STOP_AND_QUARANTINE("Machine.StopAndQuarantine", "Machine.StopAndQuarantine"),
	REMEDIATION_TASKS_READ("RemediationTasks.Read", "RemediationTasks.Read.All"),
	SCORE_READ("Score.Read", "Score.Read.All"),
	SECURITY_BASELINES_ASSESSMENT_READ("SecurityBaselinesAssessment.Read", "SecurityBaselinesAssessment.Read.All"),
	SECURITY_CONFIGURATION_READ("SecurityConfiguration.Read", "SecurityConfiguration.Read.All"),
	SECURITY_RECOMMENDATION_READ("SecurityRecommendation.Read", "SecurityRecommendation.Read.All"),
	SOFTWARE_READ("Software.Read", "Software.Read.All"),
	TI_READ_WRITE("Ti.ReadWrite", "Ti.ReadWrite", "Ti.ReadWrite.All"), URL_READ_ALL("URL.Read.All", "URL.Read.All"),
	USER_READ_ALL("User.Read.All", "User.Read.All"), VULNERABILITY_READ("Vulnerability.Read", "Vulnerability.Read.All");

	private static final Map<String, Scope> BY_NAME = Arrays.stream(values())
		.collect(Collectors.toUnmodifiableMap((scope) -> lower(scope.value), Function.identity()));

	private final String value;

	@SuppressWarnings("ImmutableEnumChecker") // List.of is
	private final List<String> applicationRoles;

	Scope(String value, String... applicationRoles) {
		this.value = value;
		this.applicationRoles = List.of(applicationRoles);
	}

	/** The scope with this short name, in any case; empty when there is none. */
	public static Optional<Scope> named(String name) {
		return Optional.ofNullable(BY_NAME.get(lower(name)));
	}

	private static String lower(String name) {
		return name.toLowerCase(Locale.ROOT);
	}

	/** The short name, such as {@code Machine.Isolate}. */
	public String value() {
		return this.value;
	}

	/**
	 * The application roles of the same meaning, such as {@code Machine.Read.All}; any
	 * one suffices.
	 */
	public List<String> applicationRoles() {
		return this.applicationRoles;
	}

	/** The name as the identity provider wants it, qualified by the resource. */
	String qualified(String resource) {
		return (resource.endsWith("/") ? resource : resource + "/") + this.value;
	}

	@Override
	public String toString() {
		return this.value;
	}

}
