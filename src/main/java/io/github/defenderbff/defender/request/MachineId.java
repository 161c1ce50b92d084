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

/** A device id, 40 hexadecimal characters. Source: machine.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = MachineId.REGEXP)
@Parameter(description = "The device id", example = MachineId.EXAMPLE,
		schema = @Schema(type = "string", pattern = MachineId.REGEXP))
public @interface MachineId {

	/** The form. */
	String REGEXP = "[0-9a-fA-F]{40}";

	/** An example of the form. */
	String EXAMPLE = Examples.MACHINE;

	/** What a wrong value is told. */
	String message() default "must be a device id of 40 hexadecimal characters";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
