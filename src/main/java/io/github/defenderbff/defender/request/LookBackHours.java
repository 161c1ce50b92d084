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

/** How far statistics look back. Source: get-file-statistics.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Min(1)
@Max(LookBackHours.MAXIMUM)
@Parameter(description = "How many hours to look back; without it as far as there is, 720", example = "24",
		schema = @Schema(type = "integer", format = "int32", minimum = "1", maximum = "" + LookBackHours.MAXIMUM))
public @interface LookBackHours {

	/** 30 days. */
	int MAXIMUM = 720;

	/** What a wrong value is told. */
	String message() default "must be from 1 to 720 hours";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
