package io.github.sandbox.organisation;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.UUID;

/**
 * A device of the company; whatever is not listed follows from its number.
 *
 * @param name the host name without domain
 * @param group the device group
 * @param platform the operating system
 * @param number the number within the group, from 1
 * @param tags the device tags
 */
public record Machine(String name, DeviceGroup group, Platform platform, int number, List<String> tags) {

	private static final List<String> LEVELS = List.of("None", "Low", "Medium", "High");

	public Machine {
		tags = List.copyOf(tags);
	}

	/** The device id: 40 hex characters, the same in every run. */
	public String id() {
		return Digest.hex("SHA-1", this.name);
	}

	/** The fully qualified name. */
	public String computerDnsName() {
		return this.name + ".nordhavn.example";
	}

	/** The address of the local network card. */
	public String lastIpAddress() {
		int host = 10 + this.number;
		return "10.%d.%d.%d".formatted(this.group.id(), host / 256, host % 256);
	}

	/** The address of the site seen from the internet. */
	public String lastExternalIpAddress() {
		return "203.0.113." + this.group.id();
	}

	/** The hardware address, without separators. */
	public String macAddress() {
		return "02005E%02X%04X".formatted(this.group.id(), this.number);
	}

	/** The Entra device id. */
	public UUID aadDeviceId() {
		return UUID.nameUUIDFromBytes(computerDnsName().getBytes(StandardCharsets.UTF_8));
	}

	/** How long before the sandbox starts the device reported last. */
	public Duration sinceLastSeen() {
		return active() ? Duration.ofMinutes(7L * (this.number % 100)) : Duration.ofDays(20);
	}

	/** Whether the sensor still reports. */
	public boolean active() {
		return this.number % 8 != 0;
	}

	/** The risk that open alerts mean for the device. */
	public String riskScore() {
		return LEVELS.get(this.number % LEVELS.size());
	}

	/** How exposed to attack the device is. */
	public String exposureLevel() {
		return LEVELS.get((this.number + this.group.id()) % LEVELS.size());
	}

	/** What the device is worth to the company. */
	public String deviceValue() {
		return this.group.equals(DeviceGroup.EXECUTIVES) ? "High" : "Normal";
	}

	/** The accounts that log on to the device, the main one first. */
	public List<Account> accounts() {
		Account operator = new Account("svc-deploy", 500);
		return this.group.equals(DeviceGroup.SERVERS) ? List.of(operator) : List
			.of(new Account("user-" + this.name.substring(3), 1000 * this.group.id() + this.number), operator);
	}

}
