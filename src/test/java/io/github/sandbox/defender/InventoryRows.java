package io.github.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

import io.github.sandbox.organisation.BrowserExtension;
import io.github.sandbox.organisation.Certificate;
import io.github.sandbox.organisation.Component;
import io.github.sandbox.organisation.Installation;
import io.github.sandbox.organisation.Inventory;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Products;

/** Rows of the exports about what is on the devices. */
final class InventoryRows {

	private static final Duration INSTALLED = Duration.ofDays(200);

	private static final Instant BEGINNING = Instant.parse("2025-01-01T00:00:00Z");

	private InventoryRows() {
	}

	static Stream<Entity> software(Machine machine, Snapshot snapshot) {
		return Inventory.on(machine)
			.stream()
			.map((installation) -> product(installation, DeviceColumns.withPlatform(machine))
				.with("numberOfWeaknesses", installation.weaknesses().size())
				.with("diskPaths", installation.diskPaths())
				.with("registryPaths", installation.registryPaths())
				.with("softwareFirstSeenTimestamp", snapshot.before(INSTALLED))
				.with("endOfSupportStatus", "None")
				.with("endOfSupportDate", null)
				.build());
	}

	static Stream<Entity> withoutProductCode(Machine machine, Snapshot snapshot) {
		return Products.PILOT_LOG.on(machine)
			.stream()
			.map((installation) -> product(installation, DeviceColumns.of(machine))
				.with("osPlatform", machine.platform().osPlatform())
				.with("softwareLastSeenTimestamp", snapshot.before(machine.sinceLastSeen()))
				.build());
	}

	static Entity.Builder product(Installation installation, Entity.Builder device) {
		return device.with("softwareVendor", installation.product().vendor())
			.with("softwareName", installation.product().name())
			.with("softwareVersion", installation.version());
	}

	static Stream<Entity> extensions(Machine machine, Snapshot snapshot) {
		return BrowserExtension.on(machine)
			.stream()
			.map((extension) -> Entity.builder()
				.with("DeviceId", machine.id())
				.with("DeviceName", machine.computerDnsName())
				.with("RbacGroupId", machine.group().id())
				.with("RbacGroupName", machine.group().displayName())
				.with("InstallationTime", snapshot.time().minus(INSTALLED))
				.with("BrowserName", Products.BROWSER.name())
				.with("ExtensionId", extension.id())
				.with("ExtensionName", extension.name())
				.with("ExtensionDescription", extension.name() + " for the browser")
				.with("ExtensionVersion", extension.version())
				.with("ExtensionRisk", extension.risk())
				.with("IsActivated", true)
				.with("Permissions", extension.permissions().stream().map(InventoryRows::permission).toList())
				.build());
	}

	private static Entity permission(BrowserExtension.Permission permission) {
		return Entity.builder()
			.with("Id", permission.key())
			.with("IsRequired", true)
			.with("Risk", permission.risk())
			.build();
	}

	static Stream<Entity> certificates(Machine machine, Snapshot snapshot) {
		return Certificate.on(machine).stream().map((certificate) -> certificate(machine, certificate));
	}

	private static Entity certificate(Machine machine, Certificate certificate) {
		return DeviceColumns.of(machine)
			.with("thumbprint", certificate.thumbprint())
			.with("path", "LocalMachine\\" + (certificate.selfSigned() ? "Root" : "My"))
			.with("signatureAlgorithm", "sha256RSA")
			.with("keyLength", certificate.keyLength())
			.with("notAfter", certificate.notAfter())
			.with("notBefore", BEGINNING)
			.with("subjectType", certificate.selfSigned() ? "CA" : "EndEntity")
			.with("serialNumber", certificate.serialNumber())
			.with("subjectObject", named(certificate.owner()))
			.with("issuerObject", named(certificate.issuer()))
			.with("keyUsageArray", List.of("DigitalSignature"))
			.with("extendedKeyUsageArray", null)
			.with("isSelfSigned", certificate.selfSigned())
			.build();
	}

	private static Entity named(String commonName) {
		return Entity.builder().with("CommonName", commonName).build();
	}

	static Stream<Entity> components(Machine machine, Snapshot snapshot) {
		return Component.of(machine)
			.stream()
			.map((component) -> DeviceColumns.of(machine)
				.with("componentType", component.type())
				.with("manufacturer", component.manufacturer())
				.with("componentName", component.name())
				.with("componentVersion", component.version())
				.with("additionalFields", "{\"model\":\"%s\"}".formatted(component.name()))
				.build());
	}

}
