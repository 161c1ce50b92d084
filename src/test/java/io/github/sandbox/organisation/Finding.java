package io.github.sandbox.organisation;

import java.util.List;

/**
 * A weakness on a device.
 *
 * @param installation what has the weakness
 * @param weakness the weakness
 */
public record Finding(Installation installation, Weakness weakness) {

	/** Every weakness of every installation on a device. */
	public static List<Finding> on(Machine machine) {
		return Inventory.on(machine)
			.stream()
			.flatMap((installation) -> installation.weaknesses()
				.stream()
				.map((weakness) -> new Finding(installation, weakness)))
			.toList();
	}

}
