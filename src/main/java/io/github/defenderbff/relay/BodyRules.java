package io.github.defenderbff.relay;

import java.util.Comparator;
import java.util.Set;

import io.github.defenderbff.problem.InvalidBody;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import jakarta.validation.ValidatorFactory;
import org.hibernate.validator.HibernateValidatorFactory;

/** Holds what was read of a body against the rules its type declares. */
final class BodyRules {

	/** More than any operation takes; to find every fault of more would take minutes. */
	private static final int MOST_ITEMS = 1_000;

	private final Validator thorough;

	private final Validator hasty;

	BodyRules(ValidatorFactory validators) {
		this.thorough = validators.getValidator();
		this.hasty = validators.unwrap(HibernateValidatorFactory.class).usingContext().failFast(true).getValidator();
	}

	/**
	 * Checks a body.
	 * @param content what was read
	 * @param items how many items its lists have
	 * @throws InvalidBody if it breaks a rule
	 */
	void check(Object content, long items) {
		throwUnlessEmpty(((items > MOST_ITEMS) ? this.hasty : this.thorough).validate(content));
	}

	/**
	 * Refuses a body that breaks rules.
	 * @throws InvalidBody unless there are none
	 */
	static void throwUnlessEmpty(Set<? extends ConstraintViolation<?>> violations) {
		InvalidBody.throwUnlessEmpty(violations.stream()
			.map((violation) -> new InvalidBody.Wrong(BodyPointer.of(violation), violation.getMessage()))
			.sorted(Comparator.comparing(InvalidBody.Wrong::pointer).thenComparing(InvalidBody.Wrong::detail))
			.toList());
	}

}
