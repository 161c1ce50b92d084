package io.github.defenderbff.defender.request;

import java.util.List;
import java.util.Objects;

import io.github.defenderbff.defender.entity.Examples;
import io.github.defenderbff.relay.NamesDevices;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** One change to many alerts. Source: batch-update-alerts.md. */
@Schema(example = AlertBatchUpdate.EXAMPLE)
public record AlertBatchUpdate(
		@Schema(description = "The alerts") @NotEmpty(message = "alertIds is mandatory: it names the alerts") @Size(
				max = 500,
				message = "alertIds must hold at most 500 alert ids") @Nullable List<@NotNull(
						message = AlertBatchUpdate.IDS) @AlertId(message = AlertBatchUpdate.IDS) String> alertIds,
		@Schema(description = "How far the work on them is", allowableValues = {
				"New", "InProgress", "Resolved" }) @Pattern(regexp = AlertPatch.STATUS,
						message = AlertPatch.STATUSES) @Nullable String status,
		@Schema(description = "Who works on them", example = Examples.PERSON) @Nullable String assignedTo,
		@Schema(description = "What they turned out to be",
				allowableValues = { "TruePositive", "InformationalExpectedActivity", "FalsePositive" }) @Pattern(
						regexp = AlertPatch.CLASSIFICATION,
						message = AlertPatch.CLASSIFICATIONS) @Nullable String classification,
		@Schema(description = AlertPatch.WHY, example = "Malware") @Pattern(regexp = AlertPatch.DETERMINATION,
				message = AlertPatch.DETERMINATIONS) @Nullable String determination,
		@Schema(description = "A comment to add to each") @Nullable String comment) implements NamesDevices{

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"alertIds\": [\"" + Examples.ALERT
			+ "\"], \"status\": \"Resolved\", \"classification\": \"TruePositive\", \"determination\": \"Malware\"}";

	static final String IDS = "alertIds must hold alert ids of at most 128 letters, digits, hyphens and underscores";

	public AlertBatchUpdate {
		alertIds = (alertIds != null) ? alertIds.stream().toList() : null;
	}

	@AssertTrue(message = AlertPatch.NOTHING)
	boolean isChange() {
		return new AlertPatch(this.status, this.assignedTo, this.classification, this.determination, this.comment)
			.isChange();
	}

	@Override
	public List<String> deviceIds() {
		return (this.alertIds != null) ? this.alertIds.stream().filter(Objects::nonNull).toList() : List.of();
	}

}
