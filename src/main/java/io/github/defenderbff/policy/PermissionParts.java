package io.github.defenderbff.policy;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonValue;
import io.github.defenderbff.policy.Decision.Deny;
import io.github.defenderbff.policy.Reason.ApplicationOnly;
import io.github.defenderbff.policy.Reason.DeviceNotExposed;
import io.github.defenderbff.policy.Reason.NotKnown;
import io.github.defenderbff.policy.Reason.PrivilegeMissing;
import io.github.defenderbff.policy.Reason.RefusedUpstream;
import io.github.defenderbff.policy.Reason.ScopeNotConsented;

/**
 * How each part of the rule stands for a person. A part that nobody looked at is told as
 * such: where nothing is said against it, it need not be satisfied.
 *
 * @param grant the consent given to the app
 * @param privileges what the person's roles grant
 * @param exposure the device's group
 */
public record PermissionParts(State grant, State privileges, State exposure) {

	static PermissionParts of(Requirement requirement, Decision decision, boolean deviceMeant) {
		var open = (decision instanceof Deny deny) ? deny.unknown() : List.<Reason>of();
		var reasons = Stream.concat(decision.reasons().stream(), open.stream()).toList();
		if (has(reasons, ApplicationOnly.class)) {
			return new PermissionParts(State.MISSING, State.NOT_ASKED, State.NOT_ASKED);
		}
		var asked = deviceMeant && (!(decision instanceof Deny) || has(reasons, DeviceNotExposed.class)
				|| has(reasons, RefusedUpstream.class));
		return new PermissionParts(
				requirement.consentElsewhere() ? State.NOT_ASKED : state(reasons, ScopeNotConsented.class, "grant"),
				requirement.anyPrivilege().isEmpty() ? State.NOT_NEEDED
						: state(reasons, PrivilegeMissing.class, "privileges"),
				!requirement.namesDevices() ? State.NOT_NEEDED
						: !asked ? State.NOT_ASKED : state(reasons, DeviceNotExposed.class, "exposure"));
	}

	private static State state(List<Reason> reasons, Class<? extends Reason> missing, String part) {
		if (has(reasons, missing)) {
			return State.MISSING;
		}
		return reasons.stream().anyMatch((reason) -> reason instanceof NotKnown unknown && unknown.part().equals(part))
				? State.UNKNOWN : State.SATISFIED;
	}

	private static boolean has(List<Reason> reasons, Class<? extends Reason> kind) {
		return reasons.stream().anyMatch(kind::isInstance);
	}

	/** How one part stands. */
	enum State {

		/** It allows the operation. */
		SATISFIED,

		/** It does not. */
		MISSING,

		/** It could not be told. */
		UNKNOWN,

		/** The operation asks nothing of it. */
		NOT_NEEDED,

		/** Nobody looked: no device was named, or something else speaks against it. */
		NOT_ASKED;

		/** The state as frontends spell it. */
		@JsonValue
		String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
