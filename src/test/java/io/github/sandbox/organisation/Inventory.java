package io.github.sandbox.organisation;

import java.util.List;

/** The software, weaknesses, updates and advice of the company. */
public final class Inventory {

	private Inventory() {
	}

	/** Every product with a product code. */
	public static List<Product> products() {
		return Products.ALL;
	}

	/** Every weakness. */
	public static List<Weakness> weaknesses() {
		return Weaknesses.ALL;
	}

	/** Every update. */
	public static List<WindowsUpdate> updates() {
		return WindowsUpdate.ALL;
	}

	/** Every security setting. */
	public static List<SecuritySetting> settings() {
		return SecuritySetting.ALL;
	}

	/** All the advice. */
	public static List<Recommendation> recommendations() {
		return Recommendations.ALL;
	}

	/** Every activity to follow the advice. */
	public static List<Remediation> remediations() {
		return Remediation.ALL;
	}

	/** The installations on a device. */
	public static List<Installation> on(Machine machine) {
		return Products.ALL.stream().flatMap((product) -> product.on(machine).stream()).toList();
	}

}
