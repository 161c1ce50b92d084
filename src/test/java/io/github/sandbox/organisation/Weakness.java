package io.github.sandbox.organisation;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A published weakness of a product.
 *
 * @param id the CVE number
 * @param title what it is, in a few words
 * @param product the product that has it
 * @param affected the versions that have it
 * @param rating how bad it is
 */
public record Weakness(String id, String title, Product product, Set<String> affected, Rating rating) {

	public Weakness {
		affected = Set.copyOf(affected);
	}

	/** Whether a version has it. */
	public boolean affects(String version) {
		return this.affected.contains(version);
	}

	/** When it was published. */
	public Instant publishedOn() {
		return Instant.parse("2025-11-04T00:00:00Z");
	}

	/** The installations that have it. */
	public List<Installation> installations() {
		return this.product.installations().stream().filter((installation) -> affects(installation.version())).toList();
	}

	/** The Windows update that mends it, if there is one. */
	public Optional<WindowsUpdate> update() {
		return WindowsUpdate.ALL.stream().filter((update) -> update.weaknesses().contains(this)).findFirst();
	}

	/**
	 * How bad a weakness is.
	 *
	 * @param severity the severity in a word
	 * @param cvss the CVSS score
	 * @param vector the CVSS vector
	 * @param publicExploit whether everybody can exploit it
	 */
	public record Rating(String severity, double cvss, String vector, boolean publicExploit) {

	}

}
