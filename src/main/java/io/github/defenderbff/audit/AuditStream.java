package io.github.defenderbff.audit;

import java.util.concurrent.CompletableFuture;

/**
 * A second place for what is audited, outside of this process. Where there is one, no
 * change is made whose intent it does not confirm.
 */
public interface AuditStream {

	/**
	 * Appends an entry.
	 * @param feed where to
	 * @param entry one JSON object
	 * @return completed when it is there; exceptionally, and soon, when it may not be
	 */
	CompletableFuture<?> append(Feed feed, String entry);

	/** What is kept apart, so that one cannot push the other out. */
	enum Feed {

		/** What callers did who are known. */
		CALLERS,

		/** What anybody can cause, such as a sign-in that fails. */
		ANYBODY

	}

}
