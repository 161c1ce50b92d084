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

/** A file by its SHA-1. Source: get-file-related-alerts.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = Sha1.REGEXP)
@Parameter(description = "The file's SHA-1", example = Examples.SHA1,
		schema = @Schema(type = "string", pattern = Sha1.REGEXP))
public @interface Sha1 {

	/** The form. */
	String REGEXP = "[0-9a-fA-F]{40}";

	/** What a wrong value is told. */
	String message() default "must be a SHA-1 of 40 hexadecimal characters";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
