package io.github.sandbox.organisation;

import java.util.List;

/** The indicators of the company. */
public final class Indicators {

	static final int FIRST_ID = 1001;

	/** A file that is blocked everywhere. */
	public static final Indicator BLOCKED_FILE = new Indicator("FileSha1", Threat.RANSOMWARE.traces().sha1(),
			"BlockAndRemediate", Threat.RANSOMWARE, List.of());

	/** An address that is watched on the workstations in the north. */
	public static final Indicator NORTH_ADDRESS = new Indicator("IpAddress",
			Threat.COMMAND_AND_CONTROL.traces().ipAddress(), "Audit", Threat.COMMAND_AND_CONTROL,
			List.of(DeviceGroup.WORKSTATIONS_NORTH));

	/** A domain that is blocked on the executives' devices. */
	public static final Indicator EXECUTIVE_DOMAIN = new Indicator("DomainName",
			Threat.COMMAND_AND_CONTROL.traces().host(), "Block", Threat.COMMAND_AND_CONTROL,
			List.of(DeviceGroup.EXECUTIVES));

	/** A page everyone is warned of. */
	public static final Indicator WARNED_URL = new Indicator("Url",
			"https://%s/a".formatted(Threat.PHISHING.traces().host()), "Warn", Threat.PHISHING, List.of());

	/** Every indicator, lowest id first. */
	public static final List<Indicator> ALL = List.of(BLOCKED_FILE, NORTH_ADDRESS, EXECUTIVE_DOMAIN, WARNED_URL);

	private Indicators() {
	}

}
