package io.github.sandbox.organisation;

/** What a Defender role can grant, in the words of the portal's classic Roles page. */
public enum Privilege {

	VIEW_DATA("View data"),

	VIEW_DATA_VULNERABILITY_MANAGEMENT("View data - Defender Vulnerability Management"),

	ALERTS_INVESTIGATION("Alerts investigation"),

	ACTIVE_REMEDIATION("Active remediation actions"),

	MANAGE_SECURITY_SETTINGS("Manage security settings in Security Center"),

	LIVE_RESPONSE_BASIC("Live response capabilities (basic)"),

	LIVE_RESPONSE_ADVANCED("Live response capabilities (advanced)");

	private final String wording;

	Privilege(String wording) {
		this.wording = wording;
	}

	/** The privilege as the portal words it. */
	public String wording() {
		return this.wording;
	}

}
