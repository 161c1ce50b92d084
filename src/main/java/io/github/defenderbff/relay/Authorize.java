package io.github.defenderbff.relay;

import java.util.List;
import java.util.stream.Collectors;

import io.github.defenderbff.audit.Audit;
import io.github.defenderbff.policy.Decision;
import io.github.defenderbff.policy.DeviceEvidence;
import io.github.defenderbff.policy.Devices;
import io.github.defenderbff.policy.Policy;
import io.github.defenderbff.policy.Refused;

import org.springframework.beans.factory.ObjectProvider;

/**
 * Lets a call pass that the policy permits. A change needs evidence that each device it
 * names is exposed to the caller; a read does not, since Defender shows nobody a device
 * that is not.
 */
final class Authorize implements Stage {

	private final Policy policy;

	private final ObjectProvider<Devices> devices;

	private final Audit audit;

	private final Stage next;

	Authorize(Policy policy, ObjectProvider<Devices> devices, Audit audit, Stage next) {
		this.policy = policy;
		this.devices = devices;
		this.audit = audit;
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		var requirement = call.operation().requirement();
		var decision = this.policy.decide(call.caller(), requirement, () -> evidence(call));
		try {
			this.policy.enforce(decision, requirement);
		}
		catch (Refused refused) {
			this.audit.refusal(call.caller().person(), requirement.operation(), call.target(), kinds(decision));
			throw refused;
		}
		return this.next.answer(call.decided(decision));
	}

	private List<DeviceEvidence> evidence(Call call) {
		return call.operation().stateChange() ? this.devices.getObject().evidence(call.devices()) : List.of();
	}

	private static String kinds(Decision decision) {
		return decision.reasons()
			.stream()
			.map((reason) -> reason.getClass().getSimpleName())
			.collect(Collectors.joining(",", decision.answer().word() + ":", ""));
	}

}
