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
 * The id of a vulnerability, from CVE or, until it has one there, from Defender. Source:
 * get-vulnerability-by-id.md.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = CveId.REGEXP)
@Parameter(description = "The CVE id", example = CveId.EXAMPLE,
		schema = @Schema(type = "string", pattern = CveId.REGEXP))
public @interface CveId {

	/** The form. */
	String REGEXP = "[A-Za-z]{3}-[0-9]{4}-[0-9]{4,19}";

	/** An example of the form. */
	String EXAMPLE = Examples.CVE_ID;

	/** What a wrong value is told. */
	String message() default "must be a CVE id, such as " + Examples.CVE_ID;

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
