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

/** The id of a remediation activity, a GUID. Source: get-remediation-one-activity.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = RemediationTaskId.REGEXP)
@Parameter(description = "The remediation activity id", example = RemediationTaskId.EXAMPLE,
		schema = @Schema(type = "string", pattern = RemediationTaskId.REGEXP))
public @interface RemediationTaskId {

	/** The form. */
	String REGEXP = MachineActionId.REGEXP;

	/** An example of the form. */
	String EXAMPLE = Examples.REMEDIATION_TASK_ID;

	/** What a wrong value is told. */
	String message() default "must be a remediation activity id, which is a GUID";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
