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
 * The id of an automated investigation or of the alert that triggered it. Source:
 * get-investigation-object.md.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = InvestigationId.REGEXP)
@Parameter(description = "The investigation id, or the id of the alert that triggered it",
		example = Examples.INVESTIGATION, schema = @Schema(type = "string", pattern = InvestigationId.REGEXP))
public @interface InvestigationId {

	/** The form of an alert id, which takes in the numbers of investigations. */
	String REGEXP = AlertId.REGEXP;

	/** What a wrong value is told. */
	String message() default "must be an investigation id or an alert id, of at most 128 letters, digits, hyphens and underscores";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
