package io.github.defenderbff.live;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.function.Consumer;

import io.github.defenderbff.policy.Policy;
import io.github.defenderbff.policy.Requirements;
import io.github.defenderbff.policy.Targets;
import io.github.defenderbff.signin.Caller;

import org.springframework.stereotype.Component;

/**
 * Tells whether what somebody may do is still what it was, without telling what it is.
 */
@Component
final class Permissions {

	private static final int LENGTH = 24;

	private final Policy policy;

	private final Requirements requirements;

	Permissions(Policy policy, Requirements requirements) {
		this.policy = policy;
		this.requirements = requirements;
	}

	/**
	 * Another one once any decision is another one, or has other reasons; the same on all
	 * replicas.
	 */
	String fingerprint(Caller caller) {
		try {
			var digest = MessageDigest.getInstance("SHA-256");
			write(caller, (text) -> digest.update((text + "\n").getBytes(StandardCharsets.UTF_8)));
			return HexFormat.of().formatHex(digest.digest()).substring(0, LENGTH);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	private void write(Caller caller, Consumer<String> to) {
		for (var requirement : this.requirements.all()) {
			var decision = this.policy.decide(caller, requirement, Targets.NONE);
			to.accept(requirement.operation() + ' ' + decision.answer().word());
			decision.reasons().forEach((reason) -> to.accept(reason.getClass().getSimpleName()));
		}
	}

}
