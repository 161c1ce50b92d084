package io.github.defenderbff.defender.request;

import java.util.Objects;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonAlias;
import io.github.defenderbff.defender.entity.Examples;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A change to an alert. The page capitalises some names in its table and none in its
 * example; both are read. Source: update-alert.md.
 */
@Schema(example = AlertPatch.EXAMPLE)
public record AlertPatch(@Schema(description = "How far the work on it is", allowableValues = {
		"New", "InProgress", "Resolved" }) @JsonAlias("Status") @Pattern(regexp = AlertPatch.STATUS,
				message = AlertPatch.STATUSES) @Nullable String status,
		@Schema(description = "Who works on it", example = Examples.PERSON) @Nullable String assignedTo,
		@Schema(description = "What it turned out to be",
				allowableValues = { "TruePositive", "InformationalExpectedActivity",
						"FalsePositive" }) @JsonAlias("Classification") @Pattern(regexp = AlertPatch.CLASSIFICATION,
								message = AlertPatch.CLASSIFICATIONS) @Nullable String classification,
		@Schema(description = AlertPatch.WHY, example = "Malware") @JsonAlias("Determination") @Pattern(
				regexp = AlertPatch.DETERMINATION, message = AlertPatch.DETERMINATIONS) @Nullable String determination,
		@Schema(description = "A comment to add; may come alone") @JsonAlias("Comment") @Nullable String comment){

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"status\": \"InProgress\", \"assignedTo\": \"" + Examples.PERSON
			+ "\", \"comment\": \"INC-4711: looking into it\"}";

	/** The statuses that can be set. */
	static final String STATUS = "New|InProgress|Resolved";

	/** What a wrong status is told. */
	static final String STATUSES = "status must be New, InProgress or Resolved";

	/** The classifications. */
	static final String CLASSIFICATION = "TruePositive|InformationalExpectedActivity|FalsePositive";

	/** What a wrong classification is told. */
	static final String CLASSIFICATIONS = "classification must be TruePositive, InformationalExpectedActivity or FalsePositive";

	/** The determinations, under every name the pages give them. */
	static final String DETERMINATION = "MultiStagedAttack|MaliciousUserActivity|CompromisedUser|Malware|Phishing|UnwantedSoftware"
			+ "|Other|SecurityTesting|LineOfBusinessApplication|ConfirmedActivity|ConfirmedUserActivity"
			+ "|NotMalicious|Clean|InsufficientData";

	/** What a wrong determination is told. */
	static final String DETERMINATIONS = "determination must be MultiStagedAttack, MaliciousUserActivity, CompromisedUser, Malware, "
			+ "Phishing, UnwantedSoftware, SecurityTesting, LineOfBusinessApplication, ConfirmedActivity, "
			+ "ConfirmedUserActivity, NotMalicious, Clean, InsufficientData or Other";

	/** What a determination is, for the documentation. */
	static final String WHY = "Why it is classified so. TruePositive: MultiStagedAttack, MaliciousUserActivity, "
			+ "CompromisedUser, Malware, Phishing, UnwantedSoftware, Other. InformationalExpectedActivity: "
			+ "SecurityTesting, LineOfBusinessApplication, ConfirmedActivity (ConfirmedUserActivity on other pages), "
			+ "Other. FalsePositive: NotMalicious (Clean on other pages), InsufficientData, Other.";

	/** What a change of nothing is told. */
	static final String NOTHING = "status, assignedTo, classification, determination or comment is mandatory: "
			+ "nothing would change";

	@AssertTrue(message = AlertPatch.NOTHING)
	boolean isChange() {
		return Stream.of(this.status, this.assignedTo, this.classification, this.determination, this.comment)
			.anyMatch(Objects::nonNull);
	}

}
