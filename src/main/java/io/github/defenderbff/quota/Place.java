package io.github.defenderbff.quota;

import java.time.Instant;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

/** A call that waits for its turn. Not thread-safe. */
final class Place {

	private final Claim claim;

	private @Nullable Verdict verdict;

	private Instant ready = Instant.MIN;

	private boolean lost;

	Place(Claim claim) {
		this.claim = claim;
	}

	Claim claim() {
		return this.claim;
	}

	/** What was last said to it, or to the one it stands behind. */
	Verdict verdict() {
		return Objects.requireNonNull(this.verdict, "nobody was admitted yet");
	}

	/** When it may be able to pass. */
	Instant ready() {
		return this.ready;
	}

	void tell(Verdict said, Instant now) {
		this.verdict = said;
		this.ready = (said instanceof Verdict.Wait wait) ? now.plus(wait.atLeast()) : now;
	}

	/** Whether the line became too long for it. */
	boolean isLost() {
		return this.lost;
	}

	void lose() {
		this.lost = true;
	}

}
