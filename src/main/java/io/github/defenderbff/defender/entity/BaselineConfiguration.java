package io.github.defenderbff.defender.entity;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A setting of a benchmark that active baselines hold. Source:
 * get-security-baselines-assessment-configurations.md.
 */
public record BaselineConfiguration(
		@Schema(description = "Number in the benchmark", example = Examples.SETTING_ID) @Nullable String id,
		@Schema(description = "Id across benchmarks") @Nullable String uniqueId,
		@Schema(description = "Benchmark", example = Examples.BENCHMARK) @Nullable String benchmarkName,
		@Schema(description = "Version of the benchmark; may name the operating system") @Nullable String benchmarkVersion,
		@Schema(description = "Name", example = "Minimum password length") @Nullable String name,
		@Schema(description = "What it is; HTML, to be sanitised before it is shown") @Nullable String description,
		@Schema(description = "Category within the benchmark") @Nullable String category,
		@Schema(description = "Levels of the benchmark that hold it") @Nullable List<String> complianceLevels,
		@Schema(description = "Its number in the Common Configuration Enumeration; may be empty") @JsonAlias("CCE") @Nullable String cce,
		@Schema(description = "Why it matters; HTML, to be sanitised before it is shown; absent for STIG") @Nullable String rationale,
		@Schema(description = Columns.SOURCE) @Nullable List<String> source,
		@Schema(description = "What it should be, in the order of source",
				example = Examples.SETTING_VALUES) @Nullable List<String> recommendedValue,
		@Schema(description = "How to set it; HTML, to be sanitised before it is shown") @Nullable String remediation,
		@Schema(description = "Whether the organisation changed it") @Nullable Boolean isCustom) {

	public BaselineConfiguration {
		complianceLevels = (complianceLevels != null) ? complianceLevels.stream().toList() : null;
		source = (source != null) ? source.stream().toList() : null;
		recommendedValue = (recommendedValue != null) ? recommendedValue.stream().toList() : null;
	}

}
