package io.github.defenderbff.defender;

import java.time.Instant;
import java.util.function.Supplier;

import io.github.defenderbff.policy.DeviceEvidence;
import io.github.defenderbff.policy.DeviceReference;
import io.github.defenderbff.policy.Devices;
import io.github.defenderbff.policy.Refused;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.relay.Payload;
import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Finds a device's group in Defender's own records, read as the caller and through the
 * same path as any call. If Defender cannot be asked at all, that failure is the answer.
 */
@Component
final class DeviceRecords implements Devices {

	private final Machines machines;

	private final Alerts alerts;

	private final MachineActions actions;

	private final JsonMapper json;

	DeviceRecords(Machines machines, Alerts alerts, MachineActions actions, JsonMapper json) {
		this.machines = machines;
		this.alerts = alerts;
		this.actions = actions;
		this.json = json;
	}

	@Override
	public DeviceEvidence evidence(Caller caller, DeviceReference reference) {
		return switch (reference) {
			case DeviceReference.Machine(var id) -> machine(id);
			case DeviceReference.Alert(var id) -> shown(id, () -> this.alerts.get(id));
			case DeviceReference.Action(var id) -> action(id);
		};
	}

	private DeviceEvidence machine(String id) {
		return shown(id, () -> this.machines.get(id));
	}

	/**
	 * An action's record shows its machine to anybody, so the machine itself is asked
	 * for.
	 */
	private DeviceEvidence action(String id) {
		return read(id, () -> {
			var machine = text(this.actions.get(id), "machineId");
			return (machine != null) ? machine(machine)
					: new DeviceEvidence.Unknown(id, "the action's record names no machine");
		});
	}

	private DeviceEvidence shown(String id, Supplier<Payload<?>> record) {
		return read(id, () -> {
			var payload = record.get();
			return new DeviceEvidence.Shown(id, text(payload, "rbacGroupName"), payload.receivedAt());
		});
	}

	private static DeviceEvidence read(String id, Supplier<DeviceEvidence> evidence) {
		try {
			return evidence.get();
		}
		catch (Refused refused) {
			return new DeviceEvidence.Unknown(id,
					"you may not read its record: " + refused.decision().reasons().getFirst().detail());
		}
		catch (Failure failure) {
			if (failure.type() == ProblemType.NOT_FOUND) {
				return new DeviceEvidence.Hidden(id, Instant.now());
			}
			throw failure;
		}
	}

	private @Nullable String text(Payload<?> payload, String property) {
		return this.json.readTree(payload.bytes()).path(property).stringValue(null);
	}

}
