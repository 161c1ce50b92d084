package io.github.defenderbff.bulk;

import java.util.Optional;

import io.github.defenderbff.signin.Caller;

/** What is known of callers after their request. */
@FunctionalInterface
interface KnownCallers {

	/** The caller as of now; empty once a person's session has ended. */
	Optional<Caller> now(Caller caller);

}
