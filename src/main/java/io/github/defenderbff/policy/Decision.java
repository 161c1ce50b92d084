package io.github.defenderbff.policy;

import java.util.List;
import java.util.Locale;

import com.fasterxml.jackson.annotation.JsonValue;

/** Whether a caller may use an operation; the three answers are never mixed up. */
public sealed interface Decision {

	/** Why not, or what is not known; empty for a permit. */
	List<Reason> reasons();

	/** The answer in one word. */
	Answer answer();

	/** Grant, privileges and exposure all allow it. */
	record Permit() implements Decision {

		static final Permit INSTANCE = new Permit();

		@Override
		public List<Reason> reasons() {
			return List.of();
		}

		@Override
		public Answer answer() {
			return Answer.PERMIT;
		}

	}

	/**
	 * At least one part is known not to allow it.
	 *
	 * @param reasons all the reasons that are known
	 * @param unknown what was unknown besides, and did not matter
	 */
	record Deny(List<Reason> reasons, List<Reason> unknown) implements Decision {

		static Deny because(Reason reason) {
			return new Deny(List.of(reason));
		}

		public Deny {
			reasons = List.copyOf(reasons);
			unknown = List.copyOf(unknown);
		}

		/** A denial where nothing was unknown. */
		public Deny(List<Reason> reasons) {
			this(reasons, List.of());
		}

		@Override
		public Answer answer() {
			return Answer.DENY;
		}

	}

	/**
	 * Nothing speaks against it, but at least one part is unknown.
	 *
	 * @param reasons what is unknown
	 */
	record Unproven(List<Reason> reasons) implements Decision {

		public Unproven {
			reasons = List.copyOf(reasons);
		}

		@Override
		public Answer answer() {
			return Answer.UNPROVEN;
		}

	}

	/** A decision in one word. */
	enum Answer {

		PERMIT, DENY, UNPROVEN;

		/** The answer as frontends and the audit spell it. */
		@JsonValue
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
