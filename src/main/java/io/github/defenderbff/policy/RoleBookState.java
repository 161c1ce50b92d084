package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.List;

import io.github.defenderbff.policy.RoleBookFile.Content;
import org.jspecify.annotations.Nullable;

/**
 * The role book in force, and what has become of its file since.
 *
 * @param book the role book in force
 * @param source what stood in the file that it was read from
 * @param since when it was put in force
 * @param seen what stands in the file now, whether it can be used or not
 * @param mistakes what is wrong with that; empty when it is in force
 * @param brokenSince when it was first found wrong; null when it is in force
 */
record RoleBookState(RoleBook book, Content source, Instant since, Content seen, List<String> mistakes,
		@Nullable Instant brokenSince) {

	RoleBookState {
		mistakes = List.copyOf(mistakes);
	}

	static RoleBookState inForce(RoleBook book, Content source, Instant since) {
		return new RoleBookState(book, source, since, source, List.of(), null);
	}

	/** The file cannot be used any more. */
	RoleBookState broken(Content content, List<String> why, Instant now) {
		return new RoleBookState(this.book, this.source, this.since, content, why,
				(this.brokenSince != null) ? this.brokenSince : now);
	}

	/** What is in force stands in the file again. */
	RoleBookState mended() {
		return inForce(this.book, this.source, this.since);
	}

}
