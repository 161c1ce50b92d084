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

/** The id of a machine action, a GUID. Source: machineaction.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = MachineActionId.REGEXP)
@Parameter(description = MachineActionId.DESCRIPTION, example = MachineActionId.EXAMPLE,
		schema = @Schema(type = "string", pattern = MachineActionId.REGEXP))
public @interface MachineActionId {

	/** What it is. */
	String DESCRIPTION = "The machine action id";

	/** The form. */
	String REGEXP = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

	/** An example of the form. */
	String EXAMPLE = Examples.ACTION;

	/** What a wrong value is told. */
	String message() default "must be a machine action id, which is a GUID";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
