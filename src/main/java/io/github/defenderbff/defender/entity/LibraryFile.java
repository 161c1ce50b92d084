package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A file of the live response library, which live response can put on any device. Source:
 * list-library-files.md, example.
 */
public record LibraryFile(
		@Schema(description = "The file's name, as live response commands take it",
				example = Examples.LIBRARY_FILE) @Nullable String fileName,
		@Schema(description = "SHA-256", example = Examples.SHA256) @Nullable String sha256,
		@Schema(description = "What it is for") @Nullable String description,
		@Schema(description = "When it was first uploaded") @Nullable OffsetDateTime creationTime,
		@Schema(description = "When it was last uploaded") @Nullable OffsetDateTime lastUpdatedTime,
		@Schema(description = "Who uploaded it", example = Examples.PERSON) @Nullable String createdBy,
		@Schema(description = "Whether a script takes parameters") @Nullable Boolean hasParameters,
		@Schema(description = "What parameters it takes; not there when it takes none",
				example = "-Path <folder>") @Nullable String parametersDescription) {

}
