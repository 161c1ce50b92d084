package io.github.sandbox.organisation;

import java.util.List;

/**
 * Something the company blocks, warns of or watches for.
 *
 * @param type the kind of value, as {@code indicatorType} carries it
 * @param value what to look for
 * @param action what to do about it
 * @param threat the attack it belongs to
 * @param groups the device groups it applies to; none means every device
 */
public record Indicator(String type, String value, String action, Threat threat, List<DeviceGroup> groups) {

	public Indicator {
		groups = List.copyOf(groups);
	}

	/** The id, the same in every run. */
	public String id() {
		return Integer.toString(Indicators.FIRST_ID + Indicators.ALL.indexOf(this));
	}

}
