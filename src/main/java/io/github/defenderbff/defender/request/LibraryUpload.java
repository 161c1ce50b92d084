package io.github.defenderbff.defender.request;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/**
 * A file for the live response library, and what is said of it; the fields of a form.
 * Source: upload-library.md.
 */
public record LibraryUpload(
		@Schema(description = "The file, at most 20 MB; its name is what the library calls it", type = "string",
				format = "binary") @JsonProperty("File") @NotNull(
						message = "File is mandatory: it is what is uploaded") @LibraryFileName(
								message = LibraryUpload.NAME) MultipartFile file,
		@Schema(description = "What it is for") @JsonProperty("Description") @Nullable String description,
		@Schema(description = "What parameters a script takes",
				example = "-Path <folder>") @JsonProperty("ParametersDescription") @Nullable String parametersDescription,
		@Schema(description = "Whether a file of that name is replaced; without it, such a file is refused",
				implementation = Boolean.class) @JsonProperty("OverrideIfExists") @Pattern(regexp = "true|false",
						message = "OverrideIfExists must be true or false") @Nullable String overrideIfExists,
		@Schema(description = "Whether a script takes parameters",
				implementation = Boolean.class) @JsonProperty("HasParameters") @Pattern(regexp = "true|false",
						message = "HasParameters must be true or false") @Nullable String hasParameters) {

	/** What a wrong name is told. */
	static final String NAME = "File must be called by at most 255 letters, digits, hyphens, underscores and dots, "
			+ "not beginning with a dot";

}
