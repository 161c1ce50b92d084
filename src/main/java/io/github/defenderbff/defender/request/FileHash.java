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

/** A file by its SHA-1 or SHA-256. Source: get-file-information.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = FileHash.REGEXP)
@Parameter(description = "The file's SHA-1 or SHA-256", example = Examples.SHA1,
		schema = @Schema(type = "string", pattern = FileHash.REGEXP))
public @interface FileHash {

	/** The form. */
	String REGEXP = Sha1.REGEXP + "([0-9a-fA-F]{24})?";

	/** What a wrong value is told. */
	String message() default "must be a SHA-1 of 40 or a SHA-256 of 64 hexadecimal characters";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
