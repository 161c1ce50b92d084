package io.github.defenderbff.quota;

import java.time.Clock;

/** Budgets for the tests of other modules. */
public final class TestQuotas {

	private TestQuotas() {
	}

	/** Budgets of which nothing was spent. */
	public static Quota full(Clock clock) {
		return new Quota(clock);
	}

}
