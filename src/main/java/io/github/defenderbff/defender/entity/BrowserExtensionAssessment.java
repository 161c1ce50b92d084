package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A browser extension on a device. Source: get-assessment-browser-extensions.md. */
public record BrowserExtensionAssessment(
		@Schema(description = Columns.DEVICE,
				example = Examples.MACHINE) @JsonProperty("DeviceId") @Nullable String deviceId,
		@Schema(description = Columns.DEVICE_NAME,
				example = Examples.MACHINE_NAME) @JsonProperty("DeviceName") @Nullable String deviceName,
		@Schema(description = Columns.GROUP_ID,
				example = Examples.GROUP_ID) @JsonProperty("RbacGroupId") @Nullable Integer rbacGroupId,
		@Schema(description = Columns.GROUP,
				example = Examples.DEVICE_GROUP) @JsonProperty("RbacGroupName") @Nullable String rbacGroupName,
		@Schema(description = "When it was installed") @JsonProperty("InstallationTime") @Nullable OffsetDateTime installationTime,
		@Schema(description = "Browser", example = "chrome") @JsonProperty("BrowserName") @Nullable String browserName,
		@Schema(description = "The extension",
				example = Examples.EXTENSION_ID) @JsonProperty("ExtensionId") @Nullable String extensionId,
		@Schema(description = "Name of the extension",
				example = "Tide Tables") @JsonProperty("ExtensionName") @Nullable String extensionName,
		@Schema(description = "What it says of itself") @JsonProperty("ExtensionDescription") @Nullable String extensionDescription,
		@Schema(description = Columns.VERSION,
				example = Examples.VERSION) @JsonProperty("ExtensionVersion") @Nullable String extensionVersion,
		@Schema(description = "The highest risk among its permissions", allowableValues = {
				"None", "Low", "Medium", "High",
				"Critical" }) @JsonProperty("ExtensionRisk") @Nullable String extensionRisk,
		@Schema(description = "Whether it is on") @JsonProperty("IsActivated") @Nullable Boolean isActivated,
		@Schema(description = "What it may do") @JsonProperty("Permissions") @Nullable List<Permission> permissions){

	public BrowserExtensionAssessment {
		permissions = (permissions != null) ? permissions.stream().toList() : null;
	}

	/** Something an extension may do. */
	@Schema(name = "BrowserExtensionPermission")
	public record Permission(
			@Schema(description = "Key of the permission or a pattern of addresses; permissionsinfo explains the keys",
					example = Examples.PERMISSION) @JsonProperty("Id") @Nullable String id,
			@Schema(description = "Whether the extension insists on it") @JsonProperty("IsRequired") @Nullable Boolean isRequired,
			@Schema(description = "Risk", example = "High") @JsonProperty("Risk") @Nullable String risk) {

	}

}
