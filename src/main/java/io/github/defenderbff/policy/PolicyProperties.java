package io.github.defenderbff.policy;

import java.time.Duration;
import java.util.Map;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The rule's configuration.
 *
 * @param unproven what happens to a state change that could not be proven permitted
 * @param recentSignIn operations that demand a recent sign-in, by their ids, and how
 * recent; empty for none
 */
@ConfigurationProperties("policy")
record PolicyProperties(@DefaultValue("deny") WhenUnproven unproven, @DefaultValue Map<String, Duration> recentSignIn) {

	PolicyProperties {
		recentSignIn = Map.copyOf(recentSignIn);
	}

	/** What happens to a state change that could not be proven permitted. */
	enum WhenUnproven {

		/** It is refused. */
		DENY,

		/** It is sent, and Defender decides. */
		ASK_UPSTREAM

	}

}
