package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;
import java.util.List;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** What Defender looks for on devices, and what it does then. Source: ti-indicator.md. */
public record Indicator(@Schema(description = "The indicator id", example = Examples.INDICATOR) @Nullable String id,
		@Schema(description = "What is looked for", example = Examples.SHA1) @Nullable String indicatorValue,
		@Schema(description = "What kind of value that is", allowableValues = {
				"FileSha1", "FileSha256", "FileMd5", "CertificateThumbprint", "IpAddress", "DomainName",
				"Url" }) @Nullable String indicatorType,
		@Schema(description = "What is done about it; Alert and AlertAndBlock are legacy",
				allowableValues = { "Warn", "Block", "Audit", "Alert", "AlertAndBlock", "BlockAndRemediate",
						"Allowed" }) @Nullable String action,
		@Schema(description = "The application it is for; never changed once it is created") @Nullable String application,
		@Schema(description = "Correlation id of whoever submitted it") @Nullable String externalID,
		@Schema(description = "Who submitted it; in some answers only") @Nullable String source,
		@Schema(description = "Whether a person or an application submitted it",
				allowableValues = { "User", "AadApp" }) @Nullable String sourceType,
		@Schema(description = "The application through which it was created") @Nullable String createdBySource,
		@Schema(description = "Who created it: the id of a person or an application") @Nullable String createdBy,
		@Schema(description = "Who last changed it") @Nullable String lastUpdatedBy,
		@Schema(description = "When it was created") @Nullable OffsetDateTime creationTimeDateTimeUtc,
		@Schema(description = "When it ends; null for never") @Nullable OffsetDateTime expirationTime,
		@Schema(description = "When it last changed") @Nullable OffsetDateTime lastUpdateTime,
		@Schema(description = "Severity of the alerts it raises",
				allowableValues = { "Informational", "Low", "Medium", "High" }) @Nullable String severity,
		@Schema(description = "Title of the alerts it raises") @Nullable String title,
		@Schema(description = "Why it is looked for") @Nullable String description,
		@Schema(description = "What those who meet the alert should do") @Nullable String recommendedActions,
		@Schema(description = "The device groups it is for; empty means every device",
				example = "[\"" + Examples.DEVICE_GROUP + "\"]") @Nullable List<String> rbacGroupNames,
		@Schema(description = "The same groups by their ids; empty means every device",
				example = "[\"75\"]") @Nullable List<String> rbacGroupIds,
		@Schema(description = "Whether a match raises an alert; always true for Audit") @Nullable Boolean generateAlert,
		@Schema(description = "Page that people are led to when a URL is blocked or warned of; in requests only") @Nullable String educateUrl){

	public Indicator {
		rbacGroupNames = (rbacGroupNames != null) ? rbacGroupNames.stream().toList() : null;
		rbacGroupIds = (rbacGroupIds != null) ? rbacGroupIds.stream().toList() : null;
	}

}
