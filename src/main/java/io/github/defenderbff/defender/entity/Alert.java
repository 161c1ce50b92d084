package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** Suspicious activity on a device. Source: alerts.md. */
public record Alert(@Schema(description = "The alert id", example = Examples.ALERT) @Nullable String id,
		@Schema(description = "Title") @Nullable String title,
		@Schema(description = "What was seen") @Nullable String description,
		@Schema(description = "When it was raised") @Nullable OffsetDateTime alertCreationTime,
		@Schema(description = "Latest event behind it on the device") @Nullable OffsetDateTime lastEventTime,
		@Schema(description = "Earliest event behind it on the device") @Nullable OffsetDateTime firstEventTime,
		@Schema(description = "When it last changed") @Nullable OffsetDateTime lastUpdateTime,
		@Schema(description = "When it was resolved") @Nullable OffsetDateTime resolvedTime,
		@Schema(description = "The incident it belongs to") @Nullable Long incidentId,
		@Schema(description = "The automated investigation it started") @Nullable Long investigationId,
		@Schema(description = "State of that investigation", allowableValues = {
				"Unknown", "Terminated", "SuccessfullyRemediated", "Benign", "Failed", "PartiallyRemediated", "Running",
				"PendingApproval", "PendingResource", "PartiallyInvestigated", "TerminatedByUser", "TerminatedBySystem",
				"Queued", "InnerFailure", "PreexistingAlert", "UnsupportedOs", "UnsupportedAlertType",
				"SuppressedAlert" }) @Nullable String investigationState,
		@Schema(description = "Who works on it", example = Examples.PERSON) @Nullable String assignedTo,
		@Schema(description = "Device group, which decides who sees the alert") @Nullable String rbacGroupName,
		@Schema(description = "MITRE ATT&CK techniques",
				example = "[\"T1064\"]") @Nullable List<String> mitreTechniques,
		@Schema(description = "The account involved") @Nullable RelatedUser relatedUser,
		@Schema(description = "Severity",
				allowableValues = { "UnSpecified", "Informational", "Low", "Medium",
						"High" }) @Nullable String severity,
		@Schema(description = "How far the work on it is",
				allowableValues = { "Unknown", "New", "InProgress", "Resolved" }) @Nullable String status,
		@Schema(description = "What it turned out to be",
				allowableValues = { "TruePositive", "InformationalExpectedActivity",
						"FalsePositive" }) @Nullable String classification,
		@Schema(description = "Why it is classified so; pages differ on two names, and both are listed",
				allowableValues = { "MultiStagedAttack", "MaliciousUserActivity", "CompromisedUser", "Malware",
						"Phishing", "UnwantedSoftware", "Other", "SecurityTesting", "LineOfBusinessApplication",
						"ConfirmedUserActivity", "ConfirmedActivity", "Clean", "NotMalicious",
						"InsufficientData" }) @Nullable String determination,
		@Schema(description = "Category; an open list", example = "Malware") @Nullable String category,
		@Schema(description = "What raised it", example = "WindowsDefenderAtp") @Nullable String detectionSource,
		@Schema(description = "The rule that raised it") @Nullable String detectorId,
		@Schema(description = "Family of the threat") @Nullable String threatFamilyName,
		@Schema(description = "Name of the threat") @Nullable String threatName,
		@Schema(description = "The device", example = Examples.MACHINE) @Nullable String machineId,
		@Schema(description = "The device's name") @Nullable String computerDnsName,
		@Schema(description = "The Entra tenant") @Nullable String aadTenantId,
		@Schema(description = "Comments") @Nullable List<Comment> comments,
		@Schema(description = "What the alert rests on; empty in lists unless expanded") @JsonAlias("Evidence") @Nullable List<AlertEvidence> evidence){

	public Alert {
		mitreTechniques = (mitreTechniques != null) ? mitreTechniques.stream().toList() : null;
		comments = (comments != null) ? comments.stream().toList() : null;
		evidence = (evidence != null) ? evidence.stream().toList() : null;
	}

	/** A comment on an alert. */
	@Schema(name = "AlertComment")
	public record Comment(@Schema(description = "The text") @Nullable String comment,
			@Schema(description = "Who wrote it") @Nullable String createdBy,
			@Schema(description = "When") @JsonAlias("createTime") @Nullable OffsetDateTime createdTime) {

	}

	/** The account an alert involves. */
	@Schema(name = "AlertRelatedUser")
	public record RelatedUser(@Schema(description = "Account") @Nullable String userName,
			@Schema(description = "Domain of the account") @Nullable String domainName) {

	}

}
