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
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** How long the links of an export are valid. Source: get-assessment-secure-config.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Min(1)
@Max(LinkHours.MAXIMUM)
@Parameter(description = "How many hours the links are valid; 1 if it is left out", example = LinkHours.EXAMPLE,
		schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "6"))
public @interface LinkHours {

	/** The longest. */
	int MAXIMUM = 6;

	/** An example. */
	String EXAMPLE = "1";

	/** What a wrong value is told. */
	String message() default "must be a number of hours from 1 to 6";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
