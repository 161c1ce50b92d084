package io.github.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

import io.github.sandbox.organisation.AuthenticatedScan;
import io.github.sandbox.organisation.Organisation;

import static io.github.sandbox.defender.Operation.post;

/** What past scans found; only the first definition has run. */
final class ScanHistoryRoutes {

	private static final String SESSIONS = "SessionIds";

	private static final AuthenticatedScan SCAN = AuthenticatedScan.SWITCHES;

	private static final Duration INTERVAL = Duration.ofHours(4);

	private static final String STATUS = "Success";

	private static final ODataSupport PAGES = ODataSupport.filterAndPages().top(4096);

	private final Estate estate;

	ScanHistoryRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(
				post("scanDefinitions.historyByDefinition",
						ScanDefinitionRoutes.ALL + "/GetScanHistoryByScanDefinitionId", ScanDefinitionRoutes.READ,
						this::byDefinition)
					.odata(PAGES),
				post("scanDefinitions.historyBySession", ScanDefinitionRoutes.ALL + "/GetScanHistoryBySessionId",
						ScanDefinitionRoutes.READ, this::bySession));
	}

	private Answer byDefinition(Call call) {
		List<ScanDefinition> definitions = ids(call, ScanDefinitionRoutes.IDS).stream()
			.map((id) -> visible(call, id))
			.toList();
		return new Answer.Rows(definitions.stream().flatMap(ScanHistoryRoutes::runs).toList(), "ScanHistories");
	}

	private Answer bySession(Call call) {
		List<String> sessions = ids(call, SESSIONS);
		ScanDefinition definition = visible(call, SCAN.id());
		return new Answer.Values(sessions.stream().map((id) -> session(definition, id)).toList(), "ScanSessions");
	}

	private static List<String> ids(Call call, String property) {
		RequestBody body = call.body();
		body.allowOnly(property);
		return body.texts(property).orElseThrow(() -> Refusal.missingParameter(property));
	}

	private ScanDefinition visible(Call call, String id) {
		return this.estate.scans()
			.find(id)
			.filter((definition) -> call.caller().sees(definition.scanner()))
			.orElseThrow(() -> Refusal.notFound("Scan definition %s was not found.".formatted(id)));
	}

	private static Stream<Entity> runs(ScanDefinition definition) {
		int runs = definition.id().equals(SCAN.id()) ? SCAN.sessions().size() : 0;
		return IntStream.range(0, runs)
			.mapToObj((run) -> Entity.builder()
				.with("ScanDefinitionIds", definition.id())
				.with("LastScanned", time(definition, run))
				.with("ScanStatus", STATUS)
				.with("ScannerId", definition.scanner().id())
				.build());
	}

	private static Entity session(ScanDefinition definition, String id) {
		int run = SCAN.sessions().indexOf(id);
		if (run < 0) {
			throw Refusal.notFound("Session %s was not found.".formatted(id));
		}
		return Entity.builder()
			.with("orgId", Organisation.TENANT_ID)
			.with("ScanDefinitionIds", definition.id())
			.with("SessionIds", id)
			.with("NumberOfSuccessfullyScannedTargets", SCAN.targets().size())
			.with("NumberOfTargets", SCAN.targets().size())
			.with("ScanStatus", STATUS)
			.with("LastScanned", time(definition, run))
			.with("ListScannedTargets", SCAN.targets().stream().map(ScanHistoryRoutes::target).toList())
			.build();
	}

	private static Instant time(ScanDefinition definition, int run) {
		return (definition.entity().get("latestScan") instanceof Entity latest
				&& latest.get("executionDateTime") instanceof Instant last) ? last.minus(INTERVAL.multipliedBy(run))
						: Instant.EPOCH;
	}

	private static Entity target(String address) {
		return Entity.builder()
			.with("Ip", address)
			.with("Hostname", "switch-%s.nordhavn.example".formatted(address.substring(address.lastIndexOf('.') + 1)))
			.with("ScannedDeviceDescription", "Harbour switch")
			.with("ErrorMessage", "")
			.with("ScanStatus", STATUS)
			.with("ScanDuration", "00:00:12")
			.build();
	}

}
