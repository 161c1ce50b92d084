package io.github.defenderbff.defender.request;

import java.util.List;

import io.github.defenderbff.defender.entity.Examples;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** An indicator to create or update. Source: post-ti-indicator.md. */
@CoherentIndicator
@Schema(example = IndicatorRequest.EXAMPLE)
public record IndicatorRequest(@Schema(
		description = "What to look for: a hash, a thumbprint, one address, a domain or a URL; ranges of addresses are not supported",
		example = Examples.SHA1) @NotBlank(
				message = "indicatorValue is mandatory: it is what to look for") @Nullable String indicatorValue,
		@Schema(description = "What kind of value that is", allowableValues = {
				"FileSha1", "FileSha256", "FileMd5", "CertificateThumbprint", "IpAddress", "DomainName",
				"Url" }) @NotBlank(
						message = "indicatorType is mandatory: one of those documented, such as FileSha1") @Pattern(
								regexp = IndicatorRequest.TYPE,
								message = IndicatorRequest.TYPES) @Nullable String indicatorType,
		@Schema(description = "What to do about it; Alert and AlertAndBlock are legacy, Audit needs generateAlert",
				allowableValues = { "Warn", "Block", "Audit", "BlockAndRemediate", "Allowed", "Alert",
						"AlertAndBlock" }) @NotBlank(
								message = "action is mandatory: one of those documented, such as Block") @Pattern(
										regexp = IndicatorRequest.ACTION,
										message = IndicatorRequest.ACTIONS) @Nullable String action,
		@Schema(description = "The application it is for; never changed once it is created") @Nullable String application,
		@Schema(description = "Title of the alerts it raises") @NotBlank(
				message = "title is mandatory: alerts are called by it") @Nullable String title,
		@Schema(description = "Why it is looked for") @NotBlank(
				message = "description is mandatory: it says why it is looked for") @Nullable String description,
		@Schema(description = "When it ends; without it never", example = UtcTime.EXAMPLE) @UtcTime(
				message = "expirationTime must be an ISO 8601 time in UTC, such as 2026-08-01T12:00:00Z") @Nullable String expirationTime,
		@Schema(description = "Severity of the alerts it raises",
				allowableValues = { "Informational", "Low", "Medium", "High" }) @Pattern(
						regexp = "Informational|Low|Medium|High",
						message = "severity must be Informational, Low, Medium or High") @Nullable String severity,
		@Schema(description = "What those who meet the alert should do") @Nullable String recommendedActions,
		@Schema(description = "The device groups it is for; none means every device",
				example = "[\"" + Examples.DEVICE_GROUP + "\"]") @Nullable List<@NotBlank(
						message = "rbacGroupNames must not hold an empty name") String> rbacGroupNames,
		@Schema(description = "Page that people are led to when a URL is blocked or warned of",
				example = "https://intranet.nordhavn.example/blocked") @Nullable String educateUrl,
		@Schema(description = "Whether a match raises an alert; true is mandatory for Audit") @Nullable Boolean generateAlert){

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"indicatorValue\": \"" + Examples.SHA1
			+ "\", \"indicatorType\": \"FileSha1\", \"action\": \"BlockAndRemediate\", "
			+ "\"title\": \"Cargo invoice\", \"description\": \"INC-4711\", \"severity\": \"High\", "
			+ "\"generateAlert\": true}";

	static final String TYPE = "FileSha1|FileSha256|FileMd5|CertificateThumbprint|IpAddress|DomainName|Url";

	static final String TYPES = "indicatorType must be FileSha1, FileSha256, FileMd5, CertificateThumbprint, IpAddress, "
			+ "DomainName or Url";

	static final String ACTION = "Warn|Block|Audit|BlockAndRemediate|Allowed|Alert|AlertAndBlock";

	static final String ACTIONS = "action must be Warn, Block, Audit, BlockAndRemediate or Allowed, or one of the older "
			+ "Alert and AlertAndBlock";

	public IndicatorRequest {
		rbacGroupNames = (rbacGroupNames != null) ? rbacGroupNames.stream().toList() : null;
	}

}
