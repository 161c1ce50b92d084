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

/** The id of an indicator. Source: ti-indicator.md, examples. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = IndicatorId.REGEXP)
@Parameter(description = "The indicator id", example = Examples.INDICATOR,
		schema = @Schema(type = "string", pattern = IndicatorId.REGEXP))
public @interface IndicatorId {

	/** The form, wider than the numbers in the examples. */
	String REGEXP = "[A-Za-z0-9-]{1,64}";

	/** What a wrong value is told. */
	String message() default "must be an indicator id of at most 64 letters, digits and hyphens";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
