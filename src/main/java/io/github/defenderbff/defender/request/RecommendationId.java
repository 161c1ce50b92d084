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
 * The id of a recommendation, about software (va) or a configuration (sca). Source:
 * get-recommendation-by-id.md.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = RecommendationId.REGEXP)
@Parameter(description = "The recommendation id", example = RecommendationId.EXAMPLE,
		schema = @Schema(type = "string", pattern = RecommendationId.REGEXP))
public @interface RecommendationId {

	/** The form. */
	String REGEXP = "(va|sca)-_-" + SoftwareId.CHARACTER + "{1,400}";

	/** An example of the form. */
	String EXAMPLE = Examples.RECOMMENDATION_ID;

	/** What a wrong value is told. */
	String message() default "must be a recommendation id, such as " + Examples.RECOMMENDATION_ID;

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
