package io.github.sandbox.defender;

import java.time.Instant;
import java.util.List;

import io.github.sandbox.organisation.AuthenticatedScan;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Organisation;
import org.jspecify.annotations.Nullable;

/** How the API shows scan definitions and scanners. */
final class ScanView {

	static final List<String> CREDENTIALS = List.of("@odata.type", "type", "keyVaultUrl", "keyVaultSecretName",
			"domain", "username", "isGmsaUser", "communityString", "authProtocol", "authPassword", "privProtocol",
			"privPassword");

	private static final String APPLICATION = "a99e0000-0000-4000-8000-000000000001";

	private ScanView() {
	}

	static Entity frame(String id, String createdBy) {
		return Entity.builder()
			.with("id", id)
			.with("orgId", Organisation.TENANT_ID)
			.with("createdBy", createdBy)
			.with("latestScan", latest(null, null))
			.build();
	}

	static Entity latest(@Nullable String status, @Nullable Instant time) {
		return Entity.builder()
			.with("status", status)
			.with("failureReason", null)
			.with("executionDateTime", time)
			.build();
	}

	/** What whoever defined the first scan asked for. */
	static Entity asked(AuthenticatedScan scan) {
		Entity.Builder credentials = Entity.builder();
		CREDENTIALS.forEach((name) -> credentials.with(name, null));
		credentials.with("@odata.type", "#microsoft.windowsDefenderATP.api.SnmpAuthParams")
			.with("type", "AuthPriv")
			.with("username", "snmp-reader")
			.with("authProtocol", "SHA1")
			.with("authPassword", AuthenticatedScan.SECRET + "-auth")
			.with("privProtocol", "AES")
			.with("privPassword", AuthenticatedScan.SECRET + "-priv");
		return Entity.builder()
			.with("scanType", "Network")
			.with("scanName", "Switches of the harbour")
			.with("isActive", true)
			.with("target", String.join(",", scan.targets()))
			.with("intervalInHours", 4)
			.with("targetType", "Ip")
			.with("scanAuthenticationParams", credentials.build())
			.build();
	}

	static Entity agent(Machine machine, Instant now) {
		return agent(machine, "computerDnsName", now);
	}

	/** The scanner within a definition, where its name has another name. */
	static Entity nestedAgent(Machine machine, Instant now) {
		return agent(machine, "machineName", now);
	}

	private static Entity agent(Machine machine, String nameProperty, Instant now) {
		Instant seen = now.minus(machine.sinceLastSeen());
		return Entity.builder()
			.with("id", AuthenticatedScan.agentId(machine))
			.with("machineId", machine.id())
			.with("lastSeen", seen)
			.with(nameProperty, machine.computerDnsName())
			.with("assignedApplicationId", APPLICATION)
			.with("scannerSoftwareVersion", "7.1.1.0")
			.with("lastCommandExecutionTimestamp", seen)
			.with("mdeClientVersion", "10.8295.22621.1019")
			.build();
	}

}
