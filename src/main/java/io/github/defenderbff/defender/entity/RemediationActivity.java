package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Work asked for to close weaknesses, and how far it is. Source:
 * get-remediation-methods-properties.md.
 */
public record RemediationActivity(
		@Schema(description = "The activity id, a GUID", example = Examples.REMEDIATION_TASK_ID) @Nullable String id,
		@Schema(description = "Title", example = "Update Charts") @Nullable String title,
		@Schema(description = "When it was asked for") @Nullable OffsetDateTime createdOn,
		@Schema(description = "Entra object id of who asked for it") @Nullable String requesterId,
		@Schema(description = "Address of who asked for it", example = Examples.PERSON) @Nullable String requesterEmail,
		@Schema(description = "How far it is", allowableValues = {
				"Active", "Completed" }) @Nullable String status,
		@Schema(description = "When the status last changed") @Nullable OffsetDateTime statusLastModifiedOn,
		@Schema(description = "What to do") @Nullable String description,
		@Schema(description = "What to do it to", example = Examples.PRODUCT) @Nullable String relatedComponent,
		@Schema(description = "Number of exposed devices it covers", example = "12") @Nullable Long targetDevices,
		@Schema(description = "Device groups it covers",
				example = "[\"" + Examples.DEVICE_GROUP + "\"]") @Nullable List<String> rbacGroupNames,
		@Schema(description = "Number of those that are no longer exposed", example = "5") @Nullable Long fixedDevices,
		@Schema(description = "Notes of who asked for it") @Nullable String requesterNotes,
		@Schema(description = "When it is due") @Nullable OffsetDateTime dueOn,
		@Schema(description = "What it is about",
				allowableValues = { "Software", "Security configuration" }) @Nullable String category,
		@Schema(description = "Whether it covers all exposed devices, or only those whose people would not notice",
				example = "AllExposedAssets") @Nullable String productivityImpactRemediationType,
		@Schema(description = "Priority", allowableValues = { "High", "Medium", "Low" }) @Nullable String priority,
		@Schema(description = "Whether it completes by itself or by hand",
				example = "Automatic") @Nullable String completionMethod,
		@Schema(description = "Entra object id of who completed it") @Nullable String completerId,
		@Schema(description = "Address of who completed it", example = Examples.PERSON) @Nullable String completerEmail,
		@Schema(description = "The configuration it changes",
				example = Examples.CONFIGURATION_ID) @Nullable String scid,
		@Schema(description = "Kind of remediation", example = "Update") @Nullable String type,
		@Schema(description = "The product it changes", example = Examples.SOFTWARE_ID) @Nullable String productId,
		@Schema(description = "Vendor of that product", example = Examples.VENDOR) @Nullable String vendorId,
		@Schema(description = "Name of that product", example = Examples.PRODUCT) @Nullable String nameId,
		@Schema(description = "Version to move to") @Nullable String recommendedVersion,
		@Schema(description = "Vendor to move to") @Nullable String recommendedVendor,
		@Schema(description = "Program to move to") @Nullable String recommendedProgram){

	public RemediationActivity {
		rbacGroupNames = (rbacGroupNames != null) ? rbacGroupNames.stream().toList() : null;
	}

}
