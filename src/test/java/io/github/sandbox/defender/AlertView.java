package io.github.sandbox.defender;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import io.github.sandbox.organisation.Account;
import io.github.sandbox.organisation.Alert;
import io.github.sandbox.organisation.Investigations;
import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Threat;
import org.jspecify.annotations.Nullable;

/** How the API shows alerts and their evidence. */
final class AlertView {

	static final String SET = "Alerts";

	private AlertView() {
	}

	static Entity of(Alert alert, Instant now) {
		Instant created = now.minus(alert.age());
		@Nullable Instant resolved = alert.status().equals("Resolved") ? created.plus(Duration.ofHours(2)) : null;
		return Entity.builder()
			.with("id", alert.id())
			.with("incidentId", alert.incidentId())
			.with("investigationId", alert.investigationId())
			.with("assignedTo", alert.status().equals("New") ? null : "alva@nordhavn.example")
			.with("severity", alert.threat().severity())
			.with("status", alert.status())
			.with("classification", (resolved != null) ? "TruePositive" : null)
			.with("determination", (resolved != null) ? "Malware" : null)
			.with("investigationState", Investigations.of(alert).state())
			.with("detectionSource", "WindowsDefenderAtp")
			.with("detectorId", UUID.nameUUIDFromBytes(alert.threat().name().getBytes(StandardCharsets.UTF_8)))
			.with("category", alert.threat().category())
			.with("threatFamilyName", null)
			.with("title", alert.threat().title())
			.with("description", alert.threat().title() + " on a device of Nordhavn Shipping.")
			.with(times(created, resolved))
			.with(origin(alert.machine(), alert.account()))
			.with("mitreTechniques", alert.threat().techniques())
			.with("comments", List.of())
			.with("evidence", evidence(alert, created))
			.build();
	}

	/**
	 * An alert that somebody raised just now, without title, severity and description.
	 */
	static Entity.Builder raised(String id, long incident, Machine origin, Instant now) {
		return Entity.builder()
			.with("id", id)
			.with("incidentId", incident)
			.with("investigationId", null)
			.with("assignedTo", null)
			.with("status", "New")
			.with("classification", null)
			.with("determination", null)
			.with("investigationState", "Queued")
			.with("detectionSource", "CustomerTI")
			.with(times(now, null))
			.with(origin(origin, Optional.empty()))
			.with("mitreTechniques", List.of())
			.with("comments", List.of())
			.with("evidence", List.of());
	}

	static Entity times(Instant created, @Nullable Instant resolved) {
		return Entity.builder()
			.with("alertCreationTime", created)
			.with("firstEventTime", created.minus(Duration.ofMinutes(3)))
			.with("lastEventTime", created.minus(Duration.ofMinutes(1)))
			.with("lastUpdateTime", (resolved != null) ? resolved : created)
			.with("resolvedTime", resolved)
			.build();
	}

	static Entity origin(Machine machine, Optional<Account> account) {
		@Nullable Entity user = account
			.map((known) -> Entity.builder().with("userName", known.name()).with("domainName", Account.DOMAIN).build())
			.orElse(null);
		return Entity.builder()
			.with("machineId", machine.id())
			.with("computerDnsName", machine.computerDnsName())
			.with("rbacGroupName", machine.group().displayName())
			.with("aadTenantId", Organisation.TENANT_ID)
			.with("threatName", null)
			.with("relatedUser", user)
			.build();
	}

	private static List<Entity> evidence(Alert alert, Instant created) {
		Threat.Traces traces = alert.threat().traces();
		List<Entity> evidence = new ArrayList<>();
		evidence.add(EvidenceView.file(traces, created));
		evidence.add(EvidenceView.process(traces, created));
		evidence.add(EvidenceView.network(traces, created));
		alert.account().ifPresent((account) -> evidence.add(EvidenceView.user(account, created)));
		return List.copyOf(evidence);
	}

}
