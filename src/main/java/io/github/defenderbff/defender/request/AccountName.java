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

/** An account without its domain. Source: get-user-related-alerts.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = {})
@ReportAsSingleViolation
@Pattern(regexp = AccountName.REGEXP)
@Parameter(description = "The account name alone, without domain and not as user principal name",
		example = Examples.ACCOUNT, schema = @Schema(type = "string", pattern = AccountName.REGEXP))
public @interface AccountName {

	/**
	 * The form: what Windows lets an account be called, which is not only dots and
	 * spaces.
	 */
	String REGEXP = "(?![. ]+$)[^@\\\\/\"\\[\\]:;|=,+*?<>\\x00-\\x1F\\x7F]{1,256}";

	/** What a wrong value is told. */
	String message() default "must be an account name alone, without domain: no @, no backslash, not only dots and spaces";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

}
