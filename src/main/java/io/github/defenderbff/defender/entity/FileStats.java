package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** How often a file is met, and where. Source: get-file-statistics.md, example. */
public record FileStats(@Schema(description = "SHA-1", example = Examples.SHA1) @Nullable String sha1,
		@Schema(description = "Number of the organisation's devices it was seen on",
				example = "14") @Nullable Long organizationPrevalence,
		@Schema(description = "First seen in the organisation") @Nullable OffsetDateTime orgFirstSeen,
		@Schema(description = "Last seen in the organisation") @Nullable OffsetDateTime orgLastSeen,
		@Schema(description = "Number of devices it was seen on anywhere; Defender spells it so",
				example = "180022") @Nullable Long globallyPrevalence,
		@Schema(description = "First seen anywhere") @Nullable OffsetDateTime globalFirstObserved,
		@Schema(description = "Last seen anywhere") @Nullable OffsetDateTime globalLastObserved,
		@Schema(description = "The names it goes by most",
				example = "[\"" + Examples.FILE_NAME + "\"]") @Nullable List<String> topFileNames) {

	public FileStats {
		topFileNames = (topFileNames != null) ? topFileNames.stream().toList() : null;
	}

}
