package io.github.sandbox.organisation;

/**
 * The Entra security groups of the company; roles and device groups are given to them.
 */
public enum EntraGroup {

	SOC_TIER_1("a0000000-0000-4000-8000-000000000001", "SOC Tier 1"),

	SOC_TIER_2("a0000000-0000-4000-8000-000000000002", "SOC Tier 2"),

	SOC_RESPONDERS("a0000000-0000-4000-8000-000000000003", "SOC Responders"),

	EXECUTIVE_DESK("a0000000-0000-4000-8000-000000000004", "Executive Desk"),

	SECURITY_ADMINS("a0000000-0000-4000-8000-000000000005", "Security Admins"),

	VULNERABILITY_TEAM("a0000000-0000-4000-8000-000000000006", "Vulnerability Team");

	private final String objectId;

	private final String displayName;

	EntraGroup(String objectId, String displayName) {
		this.objectId = objectId;
		this.displayName = displayName;
	}

	/** The object id, as the {@code groups} claim carries it. */
	public String objectId() {
		return this.objectId;
	}

	/** The name in the directory. */
	public String displayName() {
		return this.displayName;
	}

	boolean holds(Person person) {
		return person.groups().contains(this.objectId);
	}

}
