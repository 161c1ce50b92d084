package io.github.sandbox.defender;

import java.util.Arrays;
import java.util.List;

import io.github.sandbox.organisation.Privilege;
import io.github.sandbox.organisation.Threat;

import static io.github.sandbox.defender.Operation.get;

/** Files by their hash: what they are and where they were seen. */
final class FileRoutes {

	private static final Access PROFILE = Access.anyScope("File.Read.All").privileges(Privilege.VIEW_DATA);

	private static final int SHA1 = 40;

	private static final int SHA256 = 64;

	private final Estate estate;

	FileRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(get("files.get", "/api/files/{id}", PROFILE, this::file),
				get("files.alerts", "/api/files/{id}/alerts", AlertRoutes.READ, this::alerts),
				get("files.machines", "/api/files/{id}/machines", MachineRoutes.READ, this::machines),
				get("files.stats", "/api/files/{id}/stats", PROFILE, this::stats));
	}

	private Answer file(Call call) {
		return Answer.found(profile(call), "Files");
	}

	private Answer alerts(Call call) {
		return sightings(Syntax.requireHash(call.variable("id"), SHA1)).alertsFor(call.caller());
	}

	private Answer machines(Call call) {
		return sightings(Syntax.requireHash(call.variable("id"), SHA1)).machinesFor(call.caller(), Integer.MAX_VALUE);
	}

	private Answer stats(Call call) {
		Entity profile = profile(call);
		return Answer.found(Entity.builder()
			.with("sha1", profile.get("sha1"))
			.with(sightings(profile.text("sha1")).prevalence(call))
			.with("globallyPrevalence", profile.get("globalPrevalence"))
			.with("globalFirstObserved", profile.get("globalFirstObserved"))
			.with("globalLastObserved", profile.get("globalLastObserved"))
			.with("topFileNames", List.of(profile.text("determinationValue")))
			.build(), "InOrgFileStats");
	}

	private Entity profile(Call call) {
		String hash = Syntax.requireHash(call.variable("id"), SHA1, SHA256);
		return Arrays.stream(Threat.values())
			.map(Threat::traces)
			.filter((traces) -> hash.equalsIgnoreCase(traces.sha1()) || hash.equalsIgnoreCase(traces.sha256()))
			.findFirst()
			.map((traces) -> EvidenceView.fileProfile(traces, this.estate.now()))
			.orElseThrow(() -> Refusal.notFound("The file was not found."));
	}

	private Sightings sightings(String sha1) {
		return Sightings.of(this.estate, (evidence) -> evidence.text("sha1").equalsIgnoreCase(sha1));
	}

}
