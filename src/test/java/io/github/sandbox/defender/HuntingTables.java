package io.github.sandbox.defender;

import java.util.List;
import java.util.Optional;
import java.util.stream.LongStream;
import java.util.stream.Stream;

import io.github.sandbox.organisation.Account;

/**
 * The tables of the hunting schema, filled from devices and alerts that the caller's
 * device groups include.
 */
record HuntingTables(Estate estate, Caller caller) {

	/** The most rows an answer has; the test table has as many. */
	static final long MAX_ROWS = 100_000;

	/** How long a row of the test table is in the answer, with the comma after it. */
	static final int SANDBOX_ROW_BYTES = 512;

	private static final String TEXT = "String";

	private static final List<Source> DEVICES = List.of(new Source("Timestamp", "DateTime", "lastSeen"),
			new Source("DeviceId", TEXT, "id"), new Source("DeviceName", TEXT, "computerDnsName"),
			new Source("OSPlatform", TEXT, "osPlatform"), new Source("OSVersion", TEXT, "version"),
			new Source("PublicIP", TEXT, "lastExternalIpAddress"), new Source("MachineGroup", TEXT, "rbacGroupName"),
			new Source("ExposureLevel", TEXT, "exposureLevel"), new Source("AadDeviceId", TEXT, "aadDeviceId"));

	private static final List<Source> ALERTS = List.of(new Source("Timestamp", "DateTime", "alertCreationTime"),
			new Source("AlertId", TEXT, "id"), new Source("Title", TEXT, "title"),
			new Source("Category", TEXT, "category"), new Source("Severity", TEXT, "severity"),
			new Source("DetectionSource", TEXT, "detectionSource"));

	private static final List<Source> PROCESSES = List.of(new Source("Timestamp", "DateTime", "processCreationTime"),
			new Source("DeviceId", TEXT, "machineId"), new Source("DeviceName", TEXT, "computerDnsName"),
			new Source("FileName", TEXT, "fileName"), new Source("FolderPath", TEXT, "filePath"),
			new Source("SHA1", TEXT, "sha1"), new Source("SHA256", TEXT, "sha256"),
			new Source("ProcessId", "Int64", "processId"), new Source("ProcessCommandLine", TEXT, "processCommandLine"),
			new Source("AccountDomain", TEXT, "accountDomain"), new Source("AccountName", TEXT, "accountName"),
			new Source("InitiatingProcessFileName", TEXT, "parentProcessFileName"));

	Optional<HuntingTable> named(String name) {
		return switch (name) {
			case "DeviceInfo" -> Optional.of(table(DEVICES, this.estate.machines().all().stream()));
			case "AlertInfo" -> Optional.of(table(ALERTS, this.estate.alerts().all().stream()));
			case "DeviceProcessEvents" ->
				Optional.of(table(PROCESSES, this.estate.alerts().all().stream().flatMap(HuntingTables::processes)));
			case "SandboxRows" -> Optional.of(sandboxRows());
			default -> Optional.empty();
		};
	}

	private HuntingTable table(List<Source> sources, Stream<Entity> entities) {
		List<Entity> visible = entities.filter(this.caller::sees).toList();
		return new HuntingTable(
				sources.stream().map((source) -> new HuntingTable.Column(source.column(), source.type())).toList(),
				() -> visible.stream().map((entity) -> row(sources, entity)));
	}

	private static Entity row(List<Source> sources, Entity entity) {
		Entity.Builder row = Entity.builder();
		sources.forEach((source) -> row.with(source.column(), entity.get(source.property())));
		return row.build();
	}

	/** The processes an alert is about, with the alert's device and account. */
	private static Stream<Entity> processes(Entity alert) {
		Entity.Builder account = Entity.builder();
		if (alert.get("relatedUser") instanceof Entity user) {
			account.with("accountName", user.get("userName")).with("accountDomain", Account.DOMAIN);
		}
		return Sightings.evidence(alert)
			.filter((evidence) -> evidence.text("entityType").equals("Process"))
			.map((process) -> Entity.builder().with(alert).with(process).with(account.build()).build());
	}

	/** Numbered rows of one length, to make an answer of any size. */
	private static HuntingTable sandboxRows() {
		return new HuntingTable(
				List.of(new HuntingTable.Column("Number", "Int64"), new HuntingTable.Column("Padding", TEXT)),
				() -> LongStream.rangeClosed(1, MAX_ROWS).mapToObj(HuntingTables::sandboxRow));
	}

	private static Entity sandboxRow(long number) {
		int others = "{\"Number\":,\"Padding\":\"\"},".length() + Long.toString(number).length();
		return Entity.builder().with("Number", number).with("Padding", "x".repeat(SANDBOX_ROW_BYTES - others)).build();
	}

	/** Which property of an object fills a column. */
	private record Source(String column, String type, String property) {

	}

}
