package io.github.defenderbff.defender.request;

import java.util.Objects;
import java.util.stream.Stream;

import io.github.defenderbff.defender.entity.Examples;
import io.github.defenderbff.defender.entity.ScanAuthenticationParams;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A change to a scan. Source: add-a-new-scan-definition.md. */
@Schema(example = ScanPatch.EXAMPLE)
public record ScanPatch(@Schema(description = "Name", example = Examples.SCAN_NAME) @Nullable String scanName,
		@Schema(description = "Whether it runs") @Nullable Boolean isActive,
		@Schema(description = ScanPatch.TARGET, example = Examples.TARGET) @Nullable String target,
		@Schema(description = "Hours between runs", example = "24") @Min(value = 1,
				message = ScanPatch.INTERVAL) @Nullable Integer intervalInHours,
		@Schema(description = ScanPatch.TARGET_TYPE, allowableValues = {
				"IP Address", "Ip", "Hostname" }) @Pattern(regexp = ScanPatch.TARGET_FORM,
						message = ScanPatch.TARGET_FORMS) @Nullable String targetType,
		@Schema(description = "How to sign in to the targets") @Valid @Nullable ScanAuthenticationParams scanAuthenticationParams){

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"isActive\": false}";

	/** What a target is, for the documentation. */
	static final String TARGET = "Addresses or host names, separated by commas";

	/** What a target's type is, for the documentation. */
	static final String TARGET_TYPE = "What target holds; Ip is what examples say for IP Address";

	/** The types of target. */
	static final String TARGET_FORM = "IP Address|Ip|Hostname";

	/** What a wrong type of target is told. */
	static final String TARGET_FORMS = "targetType must be IP Address, Ip or Hostname";

	/** What a wrong interval is told. */
	static final String INTERVAL = "intervalInHours must be 1 or more";

	@AssertTrue(message = "scanName, isActive, target, intervalInHours, targetType or scanAuthenticationParams is "
			+ "mandatory: nothing would change")
	boolean isChange() {
		return Stream
			.of(this.scanName, this.isActive, this.target, this.intervalInHours, this.targetType,
					this.scanAuthenticationParams)
			.anyMatch(Objects::nonNull);
	}

}
