package io.github.sandbox.organisation;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * A setting that devices should have.
 *
 * @param id the configuration id
 * @param title what to do
 * @param category the category, as recommendations spell it
 * @param impact what it is worth, from 1 to 10
 * @param platforms where it applies
 * @param missingEvery the device on which it is missing: every n-th, 0 for none
 */
public record SecuritySetting(String id, String title, String category, double impact, Set<Platform> platforms,
		int missingEvery) {

	private static final Set<Platform> WINDOWS = Set.of(Platform.WINDOWS_11, Platform.WINDOWS_10,
			Platform.WINDOWS_SERVER_2022);

	/** Off on the named workstations. */
	public static final SecuritySetting TAMPER_PROTECTION = new SecuritySetting("scid-2010",
			"Turn on tamper protection", "SecurityControls", 9, WINDOWS, 2);

	/** For every platform. */
	public static final SecuritySetting FIREWALL = new SecuritySetting("scid-2070", "Turn on the firewall", "Network",
			6, EnumSet.allOf(Platform.class), 3);

	/** Off everywhere, as it should be. */
	public static final SecuritySetting AUTOPLAY = new SecuritySetting("scid-2030", "Turn off AutoPlay", "OS", 4,
			WINDOWS, 0);

	static final List<SecuritySetting> ALL = List.of(TAMPER_PROTECTION, FIREWALL, AUTOPLAY);

	public SecuritySetting {
		platforms = Set.copyOf(platforms);
	}

	/** Whether the setting makes sense on a device. */
	public boolean appliesTo(Machine machine) {
		return this.platforms.contains(machine.platform());
	}

	/** Whether a device has the setting. */
	public boolean setOn(Machine machine) {
		return appliesTo(machine) && (this.missingEvery == 0 || machine.number() % this.missingEvery != 1);
	}

}
