package io.github.defenderbff.bulk;

import java.util.regex.Pattern;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * What a frontend names an order by, so that repeating it does nothing twice
 * (draft-ietf-httpapi-idempotency-key-header-07).
 *
 * @param value the key
 */
record IdempotencyKey(String value) {

	/** The header. */
	static final String HEADER = "Idempotency-Key";

	/** The draft has it in quotes, most clients do not. */
	private static final Pattern FORM = Pattern.compile("\"([0-9A-Za-z._:-]{8,128})\"|([0-9A-Za-z._:-]{8,128})");

	/**
	 * Reads the header.
	 * @throws Failure if it is missing or is no key
	 */
	static IdempotencyKey of(@Nullable String header) {
		var key = FORM.matcher((header != null) ? header.strip() : "");
		if (!key.matches()) {
			throw new Required(header);
		}
		return new IdempotencyKey((key.group(1) != null) ? key.group(1) : key.group(2));
	}

	/** There is no key. */
	private static final class Required extends Failure {

		Required(@Nullable String header) {
			super(ProblemType.IDEMPOTENCY_KEY_REQUIRED,
					((header == null) ? "The header Idempotency-Key is missing."
							: "The header Idempotency-Key is no key.")
							+ " Send 8 to 128 letters, digits and -_.: such as a new UUID. Nothing was done.");
		}

	}

	/** The key stands for another order. */
	static final class Reused extends Failure {

		Reused() {
			super(ProblemType.IDEMPOTENCY_KEY_REUSED,
					"You used this Idempotency-Key for another order in the last 24 hours. Nothing was done.");
		}

	}

}
