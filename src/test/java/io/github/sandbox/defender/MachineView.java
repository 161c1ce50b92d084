package io.github.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.sandbox.organisation.Account;
import io.github.sandbox.organisation.Machine;

/** How the API shows devices and the accounts on them. */
final class MachineView {

	static final String SET = "Machines";

	private static final Duration IN_SERVICE = Duration.ofDays(400);

	private MachineView() {
	}

	static Entity of(Machine machine, Instant now) {
		return Entity.builder()
			.with("id", machine.id())
			.with("computerDnsName", machine.computerDnsName())
			.with("firstSeen", now.minus(IN_SERVICE))
			.with("lastSeen", now.minus(machine.sinceLastSeen()))
			.with("osPlatform", machine.platform().osPlatform())
			.with("onboardingStatus", "onboarded")
			.with("osProcessor", "x64")
			.with("osArchitecture", "64-bit")
			.with("version", machine.platform().version())
			.with("osBuild", machine.platform().build())
			.with(network(machine))
			.with("healthStatus", machine.active() ? "Active" : "Inactive")
			.with("rbacGroupId", machine.group().id())
			.with("rbacGroupName", machine.group().displayName())
			.with("riskScore", machine.riskScore())
			.with("exposureLevel", machine.exposureLevel())
			.with("deviceValue", machine.deviceValue())
			.with("aadDeviceId", machine.aadDeviceId())
			.with("isAadJoined", true)
			.with("machineTags", machine.tags())
			.build();
	}

	static Entity user(Account account, Machine machine, Instant now) {
		return Entity.builder()
			.with("id", account.qualifiedName())
			.with("accountName", account.name())
			.with("accountDomain", Account.DOMAIN)
			.with("accountSid", account.sid())
			.with("firstSeen", now.minus(IN_SERVICE))
			.with("lastSeen", now.minus(machine.sinceLastSeen()))
			.with("mostPrevalentMachineId", machine.id())
			.with("leastPrevalentMachineId", machine.id())
			.with("logonTypes", "Interactive")
			.with("logOnMachinesCount", 1)
			.with("isDomainAdmin", false)
			.with("isOnlyNetworkUser", false)
			.build();
	}

	private static Entity network(Machine machine) {
		Entity card = Entity.builder()
			.with("ipAddress", machine.lastIpAddress())
			.with("macAddress", machine.macAddress())
			.with("operationalStatus", "Up")
			.build();
		return Entity.builder()
			.with("lastIpAddress", machine.lastIpAddress())
			.with("lastExternalIpAddress", machine.lastExternalIpAddress())
			.with("ipAddresses", List.of(card))
			.build();
	}

}
