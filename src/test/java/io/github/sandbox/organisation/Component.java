package io.github.sandbox.organisation;

import java.util.List;

/**
 * A part of a device's hardware or firmware.
 *
 * @param type Hardware, Bios or Processor
 * @param manufacturer the maker
 * @param name the model
 * @param version the version
 */
public record Component(String type, String manufacturer, String name, String version) {

	/** The components of a device. */
	public static List<Component> of(Machine machine) {
		String model = machine.group().equals(DeviceGroup.SERVERS) ? "Quay 40" : "Jetty 14";
		return List.of(new Component("Hardware", "Harbour Computers", model, ""),
				new Component("Bios", "Harbour Computers", model + " firmware", "1." + machine.number() % 3),
				new Component("Processor", "Lighthouse Silicon", "LS-8", "2"));
	}

}
