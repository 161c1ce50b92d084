package io.github.defenderbff.relay;

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
		var violations = ((items > MOST_ITEMS) ? this.hasty : this.thorough).validate(content);
		if (!violations.isEmpty()) {
			throw InvalidBody.of(violations);
		}
	}

}
