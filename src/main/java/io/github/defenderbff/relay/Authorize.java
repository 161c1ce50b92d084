package io.github.defenderbff.relay;

import java.util.List;

import io.github.defenderbff.audit.Audit;
import io.github.defenderbff.policy.Decision;
import io.github.defenderbff.policy.Devices;
import io.github.defenderbff.policy.Policy;
import io.github.defenderbff.policy.Refused;
import io.github.defenderbff.policy.Targets;

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
		var targets = targets(call);
		var mark = this.policy.mark();
		var decision = decide(call, targets);
		enforce(call, decision);
		try {
			return this.next.answer(call.decided(decision).guarded());
		}
		catch (RefusedByDefender refused) {
			this.policy.learn(call.caller(), requirement, targets, refused.reason(), mark);
			if (refused.isNew()) {
				this.policy.differs(decision, requirement);
			}
			throw refused;
		}
	}

	/** What the policy lets pass, an operator's rules may still stop. */
	private Decision decide(Call call, Targets targets) {
		var decision = this.policy.decide(call.caller(), call.operation().requirement(), targets);
		var objection = (decision instanceof Decision.Deny) ? null : call.objection();
		return (objection != null) ? new Decision.Deny(List.of(objection)) : decision;
	}

	private void enforce(Call call, Decision decision) {
		try {
			this.policy.enforce(decision, call.operation().requirement());
		}
		catch (Refused refused) {
			this.audit.refusal(call.deed(), decision.answer().word(), decision.reasons());
			throw refused;
		}
		if (!call.operation().stateChange() && this.audit.writesReads()) {
			this.audit.read(call.deed(), decision.answer().word(), decision.reasons());
		}
	}

	private Targets targets(Call call) {
		return call.operation().stateChange()
				? new Targets(call.target(),
						() -> Terms.forChange(() -> this.devices.getObject().evidence(call.devices())))
				: Targets.named(call.target());
	}

}
