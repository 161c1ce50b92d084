package io.github.sandbox.defender;

import java.time.Duration;
import java.time.Instant;

import io.github.sandbox.organisation.Machine;

/** How the API shows the health of a device's antivirus. */
final class AntivirusView {

	private static final Duration DAY = Duration.ofDays(1);

	private AntivirusView() {
	}

	static Entity of(Machine machine, Snapshot snapshot) {
		Instant seen = snapshot.time().minus(machine.sinceLastSeen());
		return Entity.builder()
			.with("id", machine.id())
			.with("machineId", machine.id())
			.with("computerDnsName", machine.computerDnsName())
			.with("osKind", "windows")
			.with("osPlatform", machine.platform().osPlatform())
			.with("osVersion", machine.platform().version())
			.with("avMode", "0")
			.with("lastSeenTime", seen)
			.with("dataRefreshTimestamp", snapshot.time())
			.with("rbacGroupName", machine.group().displayName())
			.with("rbacGroupId", machine.group().id())
			.with(versions(machine, seen))
			.with(scans(machine, seen))
			.build();
	}

	/** A device that no longer reports is out of date. */
	private static Entity versions(Machine machine, Instant seen) {
		String current = machine.active() ? "True" : "False";
		return Entity.builder()
			.with("avSignatureVersion", machine.active() ? "1.999.20.0" : "1.999.10.0")
			.with("avSignatureUpdateTime", seen.minus(DAY))
			.with("avSignaturePublishTime", seen.minus(DAY.multipliedBy(2)))
			.with("avIsSignatureUpToDate", current)
			.with("avEngineVersion", "1.1.99030.1")
			.with("avEngineUpdateTime", seen.minus(DAY.multipliedBy(20)))
			.with("avIsEngineUpToDate", current)
			.with("avPlatformVersion", "4.18.99030.2")
			.with("avPlatformUpdateTime", seen.minus(DAY.multipliedBy(20)))
			.with("avIsPlatformUpToDate", current)
			.build();
	}

	private static Entity scans(Machine machine, Instant seen) {
		boolean failed = machine.number() % 5 == 0;
		return Entity.builder()
			.with("quickScanResult", failed ? "Failed" : "Completed")
			.with("quickScanError", failed ? "0x80508023" : "")
			.with("quickScanTime", seen.minus(DAY))
			.with("fullScanResult", "")
			.with("fullScanError", "")
			.with("fullScanTime", null)
			.build();
	}

}
