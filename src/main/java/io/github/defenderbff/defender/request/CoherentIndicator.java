package io.github.defenderbff.defender.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/**
 * An indicator whose properties fit each other; what does not fit is told under the
 * property to correct. Source: post-ti-indicator.md, indicator-ip-domain.md.
 */
@Documented
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = CoherentIndicator.Rule.class)
public @interface CoherentIndicator {

	/** Not used here: each property is told its own. */
	String message() default "must fit";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

	/** Checks what no property can tell alone. */
	final class Rule implements ConstraintValidator<CoherentIndicator, IndicatorRequest> {

		@Override
		public boolean isValid(@Nullable IndicatorRequest indicator, ConstraintValidatorContext context) {
			if (indicator == null) {
				return true;
			}
			context.disableDefaultConstraintViolation();
			var fits = valueFitsType(indicator, context);
			var alerts = auditRaisesAlerts(indicator, context);
			return fits && alerts;
		}

		private static boolean valueFitsType(IndicatorRequest indicator, ConstraintValidatorContext context) {
			var value = indicator.indicatorValue();
			var form = IndicatorForm.of(indicator.indicatorType());
			if (value == null || value.isBlank() || form.isEmpty() || form.get().fits(value)) {
				return true;
			}
			return refused(context, "indicatorValue", form.get().rule());
		}

		private static boolean auditRaisesAlerts(IndicatorRequest indicator, ConstraintValidatorContext context) {
			if (!"Audit".equals(indicator.action()) || Boolean.TRUE.equals(indicator.generateAlert())) {
				return true;
			}
			return refused(context, "generateAlert", "generateAlert must be true for Audit");
		}

		private static boolean refused(ConstraintValidatorContext context, String property, String message) {
			context.buildConstraintViolationWithTemplate(message).addPropertyNode(property).addConstraintViolation();
			return false;
		}

	}

}
