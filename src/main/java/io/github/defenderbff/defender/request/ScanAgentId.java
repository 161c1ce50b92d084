package io.github.defenderbff.defender.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.defenderbff.defender.entity.Examples;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/**
 * The id of a device that scans: tenant and device, or the device alone. Source:
 * Get-agent-details.md.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = ScanAgentId.REGEXP)
@Parameter(description = "The scan agent id", example = ScanAgentId.EXAMPLE,
		schema = @Schema(type = "string", pattern = ScanAgentId.REGEXP))
public @interface ScanAgentId {

	/** The form. */
	String REGEXP = "(" + MachineActionId.REGEXP + "_)?" + MachineId.REGEXP;

	/** An example of the form. */
	String EXAMPLE = Examples.SCAN_AGENT_ID;

	/** What a wrong value is told. */
	String message() default "must be a device id, with the tenant id and an underscore before it or without";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
