package io.github.defenderbff.policy;

import java.util.ArrayList;
import java.util.List;

import io.github.defenderbff.policy.Decision.Deny;
import io.github.defenderbff.policy.Decision.Permit;
import io.github.defenderbff.policy.Decision.Unproven;
import org.jspecify.annotations.Nullable;

/** What was found so far on the way to a decision; nothing is allocated for a permit. */
final class Findings {

	private @Nullable List<Reason> denials;

	private @Nullable List<Reason> unknowns;

	void denial(Reason reason) {
		this.denials = with(this.denials, reason);
	}

	void unknown(Reason reason) {
		this.unknowns = with(this.unknowns, reason);
	}

	private static List<Reason> with(@Nullable List<Reason> reasons, Reason reason) {
		var all = (reasons != null) ? reasons : new ArrayList<Reason>(2);
		all.add(reason);
		return all;
	}

	boolean denies() {
		return this.denials != null;
	}

	/** A denial weighs more than what is not known, and that more than nothing. */
	Decision decision() {
		if (this.denials != null) {
			return (this.unknowns != null) ? new Deny(this.denials, this.unknowns) : new Deny(this.denials);
		}
		return (this.unknowns != null) ? new Unproven(this.unknowns) : Permit.INSTANCE;
	}

}
