package io.github.defenderbff.audit;

import java.time.Clock;

/** Audits for the tests of other modules. */
public final class TestAudits {

	private TestAudits() {
	}

	/** An audit that has seen nothing yet. */
	public static Audit audit() {
		return new Audit(Clock.systemUTC());
	}

}
