package io.github.sandbox.defender;

import io.github.sandbox.organisation.Machine;

/** The columns that rows of exports share. */
final class DeviceColumns {

	private DeviceColumns() {
	}

	static Entity.Builder of(Machine machine) {
		return Entity.builder()
			.with("deviceId", machine.id())
			.with("deviceName", machine.computerDnsName())
			.with("rbacGroupName", machine.group().displayName())
			.with("rbacGroupId", machine.group().id());
	}

	/** With the platform, and the group's id as text: exports differ in this. */
	static Entity.Builder withPlatform(Machine machine) {
		return of(machine).with("rbacGroupId", Integer.toString(machine.group().id()))
			.with("osPlatform", machine.platform().osPlatform());
	}

}
