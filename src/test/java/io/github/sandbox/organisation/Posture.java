package io.github.sandbox.organisation;

import java.time.Instant;
import java.util.List;

/**
 * What vulnerability management knows about a device; the rows have the API's property
 * names.
 *
 * @param software the installed products
 * @param vulnerabilities the weaknesses of those products
 * @param recommendations what to do about them
 * @param missingKbs the Windows updates not yet installed
 */
public record Posture(List<Software> software, List<Vulnerability> vulnerabilities,
		List<Recommendation> recommendations, List<MissingKb> missingKbs) {

	private static final Software PLANNER = new Software("fjordsoft-_-cargo_planner", "cargo_planner", "fjordsoft", 2,
			true, false, 23, 4.5);

	private static final Software BROWSER = new Software("lighthouse-_-browser", "browser", "lighthouse", 1, false,
			false, 31, 1.2);

	private static final Software SHELL = new Software("harbour-_-remote_shell", "remote_shell", "harbour", 0, false,
			false, 0, 0);

	private static final List<Vulnerability> VULNERABILITIES = List.of(
			new Vulnerability("CVE-2099-10001", "Cargo Planner remote code execution", "Critical", 9.8, 23, true),
			new Vulnerability("CVE-2099-10002", "Cargo Planner information disclosure", "Medium", 5.5, 23, false),
			new Vulnerability("CVE-2099-20001", "Browser use after free", "High", 8.1, 31, false));

	private static final List<Recommendation> RECOMMENDATIONS = List.of(
			new Recommendation("va-_-fjordsoft-_-cargo_planner", "Update Cargo Planner", "cargo_planner", "fjordsoft",
					"Application", "Update"),
			new Recommendation("sca-_-scid-2010", "Turn on tamper protection", "defender", "microsoft",
					"SecurityControls", "ConfigurationChange"));

	private static final List<MissingKb> MISSING_KBS = List
		.of(new MissingKb("5099001", "Cumulative update for clients", List.of("windows_10", "windows_11"), 12, 3));

	public Posture {
		software = List.copyOf(software);
		vulnerabilities = List.copyOf(vulnerabilities);
		recommendations = List.copyOf(recommendations);
		missingKbs = List.copyOf(missingKbs);
	}

	static Posture of(Platform platform) {
		return platform.windows()
				? new Posture(List.of(PLANNER, BROWSER), VULNERABILITIES, RECOMMENDATIONS, MISSING_KBS)
				: new Posture(List.of(BROWSER, SHELL), VULNERABILITIES.subList(2, 3), List.of(), List.of());
	}

	/** A product installed on a device. */
	public record Software(String id, String name, String vendor, int weaknesses, boolean publicExploit,
			boolean activeAlert, int exposedMachines, double impactScore) {

	}

	/** A published weakness. */
	public record Vulnerability(String id, String name, String severity, double cvssV3, int exposedMachines,
			boolean publicExploit) {

		/** When the weakness was published. */
		public Instant getPublishedOn() {
			return Instant.parse("2025-11-04T00:00:00Z");
		}

	}

	/** A piece of advice. */
	public record Recommendation(String id, String recommendationName, String productName, String vendor,
			String recommendationCategory, String remediationType) {

		/** Whether the advice stands or an exception was made. */
		public String getStatus() {
			return "Active";
		}

	}

	/** A Windows update that is not installed. */
	public record MissingKb(String id, String name, List<String> productsNames, int machineMissedOn, int cveAddressed) {

		public MissingKb {
			productsNames = List.copyOf(productsNames);
		}

	}

}
