package io.github.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.sandbox.organisation.Machine;
import io.github.sandbox.organisation.Organisation;

/** Where the files of an export are: one for each device group the caller sees. */
final class ExportFiles {

	private static final String HOURS = "sasValidHours";

	/** Where a page allows a day, its default is three hours. */
	private static final int GENEROUS = 3;

	private final Organisation organisation = new Organisation();

	private final Estate estate;

	ExportFiles(Estate estate) {
		this.estate = estate;
	}

	Answer of(Call call, Export export) {
		int usual = (export.maxHours() == 24) ? GENEROUS : 1;
		int hours = WholeNumber.of(call, HOURS, export.maxHours()).orElse(usual);
		Instant expiry = this.estate.now().plus(Duration.ofHours(hours));
		List<String> urls = this.organisation.machines()
			.stream()
			.filter(call.caller()::sees)
			.map(Machine::group)
			.distinct()
			.map((group) -> this.estate.storage()
				.link("exports/" + export.files(), "rbacGroupId=%d/part-00000.json.gz".formatted(group.id()), expiry))
			.toList();
		return Answer.found(Entity.builder()
			.with("exportFiles", urls)
			.with("generatedTime", Snapshot.at(this.estate.now()).time())
			.build(), "microsoft.windowsDefenderATP.api.ExportFilesResponse");
	}

}
