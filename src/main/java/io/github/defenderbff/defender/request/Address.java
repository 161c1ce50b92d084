package io.github.defenderbff.defender.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.net.InetAddress;
import java.util.regex.Pattern;

import io.github.defenderbff.defender.entity.Examples;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

/** An IPv4 or IPv6 address. Source: get-ip-statistics.md, find-machines-by-ip.md. */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = Address.Literal.class)
@Parameter(description = "The IPv4 or IPv6 address", example = Examples.ADDRESS, schema = @Schema(type = "string"))
public @interface Address {

	/** What a wrong value is told. */
	String message() default "must be an IPv4 or IPv6 address";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

	/**
	 * Knows an IPv4 or IPv6 address as it is written out: without zone, brackets, prefix
	 * length or short IPv4 form, and without anything that means more in a path.
	 */
	final class Literal implements ConstraintValidator<Address, String> {

		/** The longest address, an IPv4 one mapped into IPv6. */
		private static final int LONGEST = 45;

		private static final Pattern CHARACTERS = Pattern
			.compile("\\d{1,3}(\\.\\d{1,3}){3}|[0-9a-fA-F.]*:[0-9a-fA-F:.]*");

		static boolean is(String value) {
			if (value.length() > LONGEST || !CHARACTERS.matcher(value).matches()) {
				return false;
			}
			try {
				InetAddress.ofLiteral(value);
				return true;
			}
			catch (IllegalArgumentException _) {
				return false;
			}
		}

		@Override
		public boolean isValid(@Nullable String value, ConstraintValidatorContext context) {
			return value == null || is(value);
		}

	}

}
