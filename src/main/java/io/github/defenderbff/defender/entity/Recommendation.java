package io.github.defenderbff.defender.entity;

import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Something to change for better security. Source: recommendation.md. */
public record Recommendation(
		@Schema(description = "The recommendation id", example = Examples.RECOMMENDATION_ID) @Nullable String id,
		@Schema(description = "Product") @Nullable String productName,
		@Schema(description = "Title") @Nullable String recommendationName,
		@Schema(description = "Number of vulnerabilities") @Nullable Long weaknesses,
		@Schema(description = "Vendor") @Nullable String vendor,
		@Schema(description = "Version to move to; may be empty") @Nullable String recommendedVersion,
		@Schema(description = "Program to move to; may be empty") @Nullable String recommendedProgram,
		@Schema(description = "Vendor to move to; may be empty") @Nullable String recommendedVendor,
		@Schema(description = "Category", allowableValues = {
				"Accounts", "Application", "Network", "OS",
				"SecurityControls" }) @Nullable String recommendationCategory,
		@Schema(description = "Subcategory; may be empty") @Nullable String subCategory,
		@Schema(description = "Possible effect on the secure score, 0 to 10") @Nullable Double severityScore,
		@Schema(description = "Whether an exploit is public") @Nullable Boolean publicExploit,
		@Schema(description = "Whether an active alert concerns it") @Nullable Boolean activeAlert,
		@Schema(description = "Ids of threat analytics reports") @Nullable List<String> associatedThreats,
		@Schema(description = "Kind of change",
				allowableValues = { "ConfigurationChange", "Update", "Upgrade",
						"Uninstall" }) @Nullable String remediationType,
		@Schema(description = "Whether it is excepted",
				allowableValues = { "Active", "Exception" }) @Nullable String status,
		@Schema(description = "Effect on the secure score") @Nullable Double configScoreImpact,
		@Schema(description = "Effect on the exposure score") @Nullable Double exposureImpact,
		@Schema(description = "Number of devices with the product") @Nullable Long totalMachineCount,
		@Schema(description = "Number of those that are exposed") @Nullable Long exposedMachinesCount,
		@Schema(description = "Number of devices whose people would not notice") @Nullable Long nonProductivityImpactedAssets,
		@Schema(description = "Component") @Nullable String relatedComponent,
		@Schema(description = "Whether a vulnerability has no patch; in lists only") @Nullable Boolean hasUnpatchableCve,
		@Schema(description = "Tags; in lists only", example = "[\"internetFacing\"]") @Nullable List<String> tags,
		@Schema(description = "Number of critical devices that are exposed") @Nullable Long exposedCriticalDevices){

	public Recommendation {
		associatedThreats = (associatedThreats != null) ? associatedThreats.stream().toList() : null;
		tags = (tags != null) ? tags.stream().toList() : null;
	}

}
