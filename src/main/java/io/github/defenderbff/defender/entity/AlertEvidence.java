package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * An entity an alert rests on; what does not fit its kind is null. Source: alerts.md,
 * examples.
 */
public record AlertEvidence(@Schema(description = "Kind of entity; other kinds occur", allowableValues = {
		"User", "Process", "File" }) @Nullable String entityType,
		@Schema(description = "When it was added to the alert") @Nullable OffsetDateTime evidenceCreationTime,
		@Schema(description = "SHA-1") @Nullable String sha1, @Schema(description = "SHA-256") @Nullable String sha256,
		@Schema(description = "File name") @Nullable String fileName,
		@Schema(description = "Folder of the file") @Nullable String filePath,
		@Schema(description = "Process id") @Nullable Long processId,
		@Schema(description = "Command line") @Nullable String processCommandLine,
		@Schema(description = "Start of the process") @Nullable OffsetDateTime processCreationTime,
		@Schema(description = "Process id of the parent") @Nullable Long parentProcessId,
		@Schema(description = "Start of the parent") @Nullable OffsetDateTime parentProcessCreationTime,
		@Schema(description = "File name of the parent") @Nullable String parentProcessFileName,
		@Schema(description = "Folder of the parent") @Nullable String parentProcessFilePath,
		@Schema(description = "Address") @Nullable String ipAddress, @Schema(description = "URL") @Nullable String url,
		@Schema(description = "Registry key") @Nullable String registryKey,
		@Schema(description = "Registry hive") @Nullable String registryHive,
		@Schema(description = "Type of the registry value") @Nullable String registryValueType,
		@Schema(description = "Registry value") @Nullable String registryValue,
		@Schema(description = "Account") @Nullable String accountName,
		@Schema(description = "Domain of the account") @Nullable String domainName,
		@Schema(description = "Security identifier of the account") @Nullable String userSid,
		@Schema(description = "Entra object id of the person") @Nullable String aadUserId,
		@Schema(description = "User principal name") @Nullable String userPrincipalName,
		@Schema(description = "What the sensor did", example = "Detected") @Nullable String detectionStatus){

}
