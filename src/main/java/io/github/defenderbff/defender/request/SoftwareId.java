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

/** The id of a product: its vendor and its name. Source: get-software-by-id.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = SoftwareId.REGEXP)
@Parameter(description = "Vendor and product", example = SoftwareId.EXAMPLE,
		schema = @Schema(type = "string", pattern = SoftwareId.REGEXP))
public @interface SoftwareId {

	/** A character of an id: none that means something else in a path. */
	String CHARACTER = "[^/\\\\?#%\\u0000-\\u001f\\u007f]";

	/** The form. */
	String REGEXP = CHARACTER + "{1,200}-_-" + CHARACTER + "{1,200}";

	/** An example of the form. */
	String EXAMPLE = Examples.SOFTWARE_ID;

	/** What a wrong value is told. */
	String message() default "must be a software id, such as " + Examples.SOFTWARE_ID;

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
