package io.github.defenderbff.defender.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.Payload;
import jakarta.validation.ReportAsSingleViolation;
import jakarta.validation.constraints.Pattern;

/** A time in ISO 8601 and UTC. Source: find-machines-by-ip.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = UtcTime.REGEXP)
@Parameter(description = "A time in UTC", example = UtcTime.EXAMPLE,
		schema = @Schema(type = "string", format = "date-time", pattern = UtcTime.REGEXP))
public @interface UtcTime {

	/** The form. */
	String REGEXP = "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d{1,7})?Z";

	/** An example of the form. */
	String EXAMPLE = "2026-08-01T12:00:00Z";

	/** What a wrong value is told. */
	String message() default "must be an ISO 8601 time in UTC, such as 2026-08-01T12:00:00Z";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
