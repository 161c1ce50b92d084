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

/** The id of a scan definition, a GUID. Source: add-a-new-scan-definition.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = ScanDefinitionId.REGEXP)
@Parameter(description = "The scan definition id", example = ScanDefinitionId.EXAMPLE,
		schema = @Schema(type = "string", pattern = ScanDefinitionId.REGEXP))
public @interface ScanDefinitionId {

	/** The form. */
	String REGEXP = MachineActionId.REGEXP;

	/** An example of the form. */
	String EXAMPLE = Examples.SCAN_DEFINITION_ID;

	/** What a wrong value is told. */
	String message() default "must be a scan definition id, which is a GUID";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
