package io.github.sandbox.defender;

import java.util.List;

import io.github.sandbox.organisation.Machine;

/**
 * Short references to devices. Defender does not say whether device groups narrow them;
 * here they do.
 */
final class MachineReferences {

	private MachineReferences() {
	}

	static Answer of(Call call, List<Machine> machines) {
		return new Answer.Values(
				machines.stream().filter(call.caller()::sees).map(MachineReferences::reference).toList(),
				"MachineReferences");
	}

	private static Entity reference(Machine machine) {
		return Entity.builder()
			.with("id", machine.id())
			.with("computerDnsName", machine.computerDnsName())
			.with("osPlatform", machine.platform().osPlatform())
			.with("rbacGroupName", machine.group().displayName())
			.build();
	}

}
