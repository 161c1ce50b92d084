package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A device that reports to Defender. Source: machine.md. */
public record Machine(@Schema(description = "The device id", example = Examples.MACHINE) @Nullable String id,
		@Schema(description = "Fully qualified name; may be empty",
				example = Examples.MACHINE_NAME) @Nullable String computerDnsName,
		@Schema(description = "First report") @Nullable OffsetDateTime firstSeen,
		@Schema(description = "Last full report, about daily; not the portal's last seen") @Nullable OffsetDateTime lastSeen,
		@Schema(description = "Operating system", example = "Windows11") @Nullable String osPlatform,
		@Schema(description = "Whether the device reports to Defender, or could", allowableValues = {
				"onboarded", "CanBeOnboarded", "Unsupported",
				"InsufficientInfo" }) @JsonAlias("onboardingstatus") @Nullable String onboardingStatus,
		@Schema(description = "Processor architecture; superseded by osArchitecture") @Nullable String osProcessor,
		@Schema(description = "Architecture", allowableValues = { "32-bit", "64-bit" }) @Nullable String osArchitecture,
		@Schema(description = "Version of the operating system", example = "24H2") @Nullable String version,
		@Schema(description = "Build of the operating system") @Nullable Long osBuild,
		@Schema(description = "Last address of the local network card") @Nullable String lastIpAddress,
		@Schema(description = "Last address seen from the internet") @Nullable String lastExternalIpAddress,
		@Schema(description = "Health of the sensor",
				allowableValues = { "Active", "Inactive", "ImpairedCommunication", "NoSensorData",
						"NoSensorDataImpairedCommunication", "Unknown" }) @Nullable String healthStatus,
		@Schema(description = "Device group, which decides who sees the device") @Nullable String rbacGroupName,
		@Schema(description = "Id of the device group; sent as a number or as text", types = { "string", "integer" },
				example = "75") @Nullable String rbacGroupId,
		@Schema(description = "Risk",
				allowableValues = { "None", "Informational", "Low", "Medium", "High" }) @Nullable String riskScore,
		@Schema(description = "Exposure",
				allowableValues = { "None", "Low", "Medium", "High" }) @Nullable String exposureLevel,
		@Schema(description = "Value of the device to the business",
				allowableValues = { "Normal", "Low", "High" }) @Nullable String deviceValue,
		@Schema(description = "Entra device id of a joined device") @Nullable String aadDeviceId,
		@Schema(description = "Whether the device is joined to Entra") @Nullable Boolean isAadJoined,
		@Schema(description = "Tags") @Nullable List<String> machineTags,
		@Schema(description = "Network cards and their addresses; not in every answer") @Nullable List<Address> ipAddresses){

	public Machine {
		machineTags = (machineTags != null) ? machineTags.stream().toList() : null;
		ipAddresses = (ipAddresses != null) ? ipAddresses.stream().toList() : null;
	}

	/** An address of a network card. */
	@Schema(name = "MachineAddress")
	public record Address(@Schema(description = "IPv4 or IPv6 address") @Nullable String ipAddress,
			@Schema(description = "Hardware address") @Nullable String macAddress,
			@Schema(description = "State of the card", example = "Up") @Nullable String operationalStatus) {

	}

}
