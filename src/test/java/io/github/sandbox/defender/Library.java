package io.github.sandbox.defender;

import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.github.sandbox.organisation.LibraryFile;
import io.github.sandbox.organisation.LibraryFiles;
import io.github.sandbox.organisation.People;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** The files that live response may run or put on a device, by name. */
final class Library {

	private static final Map<String, String> NAMING_PARAMETERS = Map.of("PutFile", "FileName", "RunScript",
			"ScriptName");

	private final Clock clock;

	private final Map<String, Entity> files = new LinkedHashMap<>();

	Library(Clock clock) {
		this.clock = clock;
	}

	synchronized void reset() {
		this.files.clear();
		LibraryFiles.ALL.forEach((file) -> this.files.put(file.fileName(), row(file)));
	}

	synchronized List<Entity> all() {
		return List.copyOf(this.files.values());
	}

	synchronized Entity put(Upload upload, String author) {
		@Nullable Entity earlier = this.files.get(upload.fileName());
		if (earlier != null && !upload.flag("OverrideIfExists")) {
			throw Refusal.badRequest("BadRequest", "The file '%s' already exists.".formatted(upload.fileName()));
		}
		Instant now = this.clock.instant();
		Entity file = Entity.builder()
			.with("fileName", upload.fileName())
			.with("sha256", upload.sha256())
			.with("description", upload.fields().get("Description"))
			.with("creationTime", (earlier != null) ? earlier.get("creationTime") : now)
			.with("lastUpdatedTime", now)
			.with("createdBy", (earlier != null) ? earlier.get("createdBy") : author)
			.with("hasParameters", upload.flag("HasParameters"))
			.with("parametersDescription", upload.fields().get("ParametersDescription"))
			.build();
		this.files.put(upload.fileName(), file);
		return file;
	}

	synchronized void delete(String fileName) {
		if (this.files.remove(fileName) == null) {
			throw Refusal.notFound("The file '%s' was not found.".formatted(fileName));
		}
	}

	/** Refuses a live response command on a file that is not here. */
	synchronized void requireFileOf(JsonNode command) {
		@Nullable String parameter = NAMING_PARAMETERS.get(command.path("type").asString(""));
		if (parameter == null) {
			return;
		}
		String fileName = command.path("params")
			.valueStream()
			.filter((candidate) -> candidate.path("key").asString("").equals(parameter))
			.map((candidate) -> candidate.path("value").asString(""))
			.findFirst()
			.orElseThrow(() -> Refusal.missingParameter(parameter));
		if (!this.files.containsKey(fileName)) {
			throw Refusal.badRequest("InvalidInput", "The file '%s' is not in the library.".formatted(fileName));
		}
	}

	private Entity row(LibraryFile file) {
		Instant created = this.clock.instant().minusSeconds(864_000);
		return Entity.builder()
			.with("fileName", file.fileName())
			.with("sha256", file.sha256())
			.with("description", file.description())
			.with("creationTime", created)
			.with("lastUpdatedTime", created)
			.with("createdBy", People.ADA_ADMIN.userPrincipalName())
			.with("hasParameters", file.parameters().isPresent())
			.with("parametersDescription", file.parameters().orElse(null))
			.build();
	}

}
