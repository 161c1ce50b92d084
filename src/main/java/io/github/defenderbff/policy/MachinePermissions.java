package io.github.defenderbff.policy;

import java.util.List;

import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.signin.Caller;

import org.springframework.stereotype.Component;

/**
 * Tells the current caller what they may do with one machine, as
 * {@code /api/me/permissions} does.
 */
@Component
public final class MachinePermissions {

	private final Policy policy;

	private final Requirements requirements;

	private final Devices devices;

	MachinePermissions(Policy policy, Requirements requirements, Devices devices) {
		this.policy = policy;
		this.requirements = requirements;
		this.devices = devices;
	}

	/**
	 * One result for each operation whose path names one machine. Defender may be asked
	 * for the machine, once; what cannot be learnt of it is told as not known.
	 * @param machine its id
	 */
	public List<PermissionResult> on(String machine) {
		var caller = Caller.current();
		var evidence = new MachineEvidence(this.devices, List.of(machine));
		return this.requirements.all()
			.stream()
			.filter((requirement) -> requirement.exposure() == Exposure.MACHINE)
			.map((requirement) -> PermissionResult.of(this.policy, caller, requirement, evidence, machine)
				.withoutMachine())
			.toList();
	}

}
