package io.github.defenderbff.policy;

/** Yes, no, or unknown with a cause: what the role book says to one question. */
sealed interface Answer {

	static Answer yes() {
		return Yes.IT_IS;
	}

	static Answer no() {
		return No.IT_IS_NOT;
	}

	/** Whether it is known to be so. */
	default boolean isYes() {
		return this instanceof Yes;
	}

	/** Whether it is not known. */
	default boolean isUnknown() {
		return this instanceof Unknown;
	}

	/** Either of two: one yes suffices, and what is not known may be one. */
	default Answer or(Answer other) {
		return (isYes() || other instanceof No || (this instanceof Unknown && !other.isYes())) ? this : other;
	}

	/** It is known to be so. */
	record Yes() implements Answer {

		private static final Yes IT_IS = new Yes();

	}

	/** It is known not to be so. */
	record No() implements Answer {

		private static final No IT_IS_NOT = new No();

	}

	/**
	 * It is not known.
	 *
	 * @param why the cause, in words for a person
	 */
	record Unknown(String why) implements Answer {

	}

}
