package io.github.sandbox.organisation;

import java.util.List;

/**
 * A product in one version on one device.
 *
 * @param machine the device
 * @param product the product
 * @param version the version installed there
 */
public record Installation(Machine machine, Product product, String version) {

	/** The weaknesses of this version. */
	public List<Weakness> weaknesses() {
		return this.product.weaknesses().stream().filter((weakness) -> weakness.affects(this.version)).toList();
	}

	/** The evidence on disk. */
	public List<String> diskPaths() {
		return List.of(this.machine.platform().windows()
				? "C:\\Program Files\\%s\\%s.exe".formatted(this.product.vendor(), this.product.name())
				: "/opt/%s/%s".formatted(this.product.vendor(), this.product.name()));
	}

	/** The evidence in the registry. */
	public List<String> registryPaths() {
		return this.machine.platform().windows()
				? List.of("HKEY_LOCAL_MACHINE\\SOFTWARE\\%s\\%s".formatted(this.product.vendor(), this.product.name()))
				: List.of();
	}

}
