package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Where the files of an export are; each link is a bearer secret. Source:
 * get-assessment-methods-properties.md.
 */
public record ExportFilesResponse(
		@Schema(description = "Download links of gzip files with one JSON object a line, each for one download",
				example = Examples.EXPORT_FILES) @Nullable List<String> exportFiles,
		@Schema(description = "When the files were made") @Nullable OffsetDateTime generatedTime) {

	public ExportFilesResponse {
		exportFiles = (exportFiles != null) ? exportFiles.stream().toList() : null;
	}

	@Override
	public String toString() {
		return "ExportFilesResponse[masked]";
	}

}
