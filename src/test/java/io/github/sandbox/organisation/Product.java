package io.github.sandbox.organisation;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A software product that runs somewhere in the company.
 *
 * @param vendor the publisher, as Defender spells it
 * @param name the product, as Defender spells it
 * @param platforms where it is installed
 * @param versions the versions in use, the latest last
 * @param known whether Defender knows a product code (CPE) of it
 */
public record Product(String vendor, String name, Set<Platform> platforms, List<String> versions, boolean known) {

	public Product {
		platforms = Set.copyOf(platforms);
		versions = List.copyOf(versions);
	}

	/** The id: vendor and name. */
	public String id() {
		return this.vendor + "-_-" + this.name;
	}

	/** The version without known weaknesses. */
	public String latest() {
		return this.versions.getLast();
	}

	/** The installation on a device, if the product runs there. */
	public Optional<Installation> on(Machine machine) {
		return Optional.of(machine)
			.filter((candidate) -> this.platforms.contains(candidate.platform()))
			.map((host) -> new Installation(host, this, this.versions.get(host.number() % this.versions.size())));
	}

	/** Where the product is installed. */
	public List<Installation> installations() {
		return Machines.ALL.stream().flatMap((machine) -> on(machine).stream()).toList();
	}

	/** What is wrong with the product. */
	public List<Weakness> weaknesses() {
		return Weaknesses.ALL.stream().filter((weakness) -> weakness.product().equals(this)).toList();
	}

}
