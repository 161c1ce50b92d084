package io.github.sandbox.organisation;

import java.util.List;
import java.util.Set;

/** The weaknesses of the company's software. */
public final class Weaknesses {

	private static final String REMOTE = "CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H";

	private static final String LOCAL = "CVSS:3.1/AV:L/AC:L/PR:L/UI:N/S:U/C:H/I:N/A:N";

	/** Critical, with a public exploit; the named workstations have it. */
	public static final Weakness CARGO_PLANNER_EXECUTION = new Weakness("CVE-2099-10001",
			"Cargo Planner remote code execution", Products.CARGO_PLANNER, Set.of("4.1.0.0", "4.2.0.0"),
			new Weakness.Rating("Critical", 9.8, REMOTE, true));

	/** Of the oldest version only. */
	public static final Weakness CARGO_PLANNER_DISCLOSURE = new Weakness("CVE-2099-10002",
			"Cargo Planner information disclosure", Products.CARGO_PLANNER, Set.of("4.1.0.0"),
			new Weakness.Rating("Medium", 5.5, LOCAL, false));

	/** On every platform. */
	public static final Weakness BROWSER_USE_AFTER_FREE = new Weakness("CVE-2099-20001", "Browser use after free",
			Products.BROWSER, Set.of("118.0.1.0"), new Weakness.Rating("High", 8.1, REMOTE, false));

	/** Mended by a Windows update. */
	public static final Weakness WINDOWS_11_ELEVATION = new Weakness("CVE-2099-30001",
			"Windows 11 elevation of privilege", Products.WINDOWS_11, Set.of("10.0.22631.3000", "10.0.22631.4000"),
			new Weakness.Rating("High", 7.8, LOCAL, false));

	/** Mended by the same Windows update. */
	public static final Weakness WINDOWS_10_ELEVATION = new Weakness("CVE-2099-30002",
			"Windows 10 elevation of privilege", Products.WINDOWS_10, Set.of("10.0.19045.4000"),
			new Weakness.Rating("Low", 3.3, LOCAL, false));

	static final List<Weakness> ALL = List.of(CARGO_PLANNER_EXECUTION, CARGO_PLANNER_DISCLOSURE, BROWSER_USE_AFTER_FREE,
			WINDOWS_11_ELEVATION, WINDOWS_10_ELEVATION);

	private Weaknesses() {
	}

}
