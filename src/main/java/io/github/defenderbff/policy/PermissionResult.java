package io.github.defenderbff.policy;

import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Whether one operation is permitted, and how each part of the rule stands.
 *
 * @param operation its id
 * @param machine the machine it is permitted on, or not; null where it was asked in
 * general
 * @param decision the answer
 * @param perDevice whether the device matters, so that the answer may differ for another
 * @param parts how each part of the rule stands; null for applications, for which there
 * is one part only
 * @param reasons why not, or what is not known
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public record PermissionResult(String operation, @Nullable String machine, Decision.Answer decision, boolean perDevice,
		@Nullable PermissionParts parts, List<Reason> reasons) {

	/** What the policy says to a caller's question, in general or about a machine. */
	static PermissionResult of(Policy policy, Caller caller, Requirement requirement, MachineEvidence evidence,
			@Nullable String machine) {
		var targets = evidence.about(requirement, machine);
		var decision = policy.decide(caller, requirement, targets);
		var parts = (caller instanceof Caller.Delegated)
				? PermissionParts.of(requirement, decision, !targets.name().isEmpty()) : null;
		return new PermissionResult(requirement.operation(), machine, decision.answer(), requirement.namesDevices(),
				parts, decision.reasons());
	}

	/** What a person's rights come to; whether a device was meant says the asker. */
	static PermissionResult of(Requirement requirement, Decision decision, boolean deviceMeant) {
		return new PermissionResult(requirement.operation(), null, decision.answer(), requirement.namesDevices(),
				PermissionParts.of(requirement, decision, deviceMeant), decision.reasons());
	}

	/** The same where the machine is told elsewhere. */
	PermissionResult withoutMachine() {
		return new PermissionResult(this.operation, null, this.decision, this.perDevice, this.parts, this.reasons);
	}

}
