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

/** The id of an alert. Source: alerts.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = AlertId.REGEXP)
@Parameter(description = "The alert id", example = AlertId.EXAMPLE,
		schema = @Schema(type = "string", pattern = AlertId.REGEXP))
public @interface AlertId {

	/** The form. */
	String REGEXP = "[A-Za-z0-9_-]{1,128}";

	/** An example of the form. */
	String EXAMPLE = Examples.ALERT;

	/** What a wrong value is told. */
	String message() default "must be an alert id of at most 128 letters, digits, hyphens and underscores";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
