package io.github.defenderbff.defender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;

import io.github.defenderbff.policy.DeviceEvidence;
import io.github.defenderbff.policy.DeviceReference;
import io.github.defenderbff.policy.Devices;
import io.github.defenderbff.policy.Refused;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.Payload;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.stereotype.Component;

/**
 * Finds a device's group in Defender's own records, read as the caller and through the
 * same path as any call. If Defender cannot be asked at all, that failure is the answer.
 */
@Component
final class DeviceRecords implements Devices {

	/** From here on one list costs less of the shared budget than single records do. */
	private static final int MANY = 5;

	private final Machines machines;

	private final Alerts alerts;

	private final MachineActions actions;

	private final KnownDevices known;

	private final JsonMapper json;

	private final Clock clock;

	DeviceRecords(Machines machines, Alerts alerts, MachineActions actions, KnownDevices known, JsonMapper json,
			Clock clock) {
		this.machines = machines;
		this.alerts = alerts;
		this.actions = actions;
		this.known = known;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public List<DeviceEvidence> evidence(List<? extends DeviceReference> references) {
		if (references.stream().allMatch(DeviceReference.Machine.class::isInstance)) {
			return machines(references);
		}
		return (references.size() < MANY) ? references.stream().map(this::one).toList()
				: search(references, this.alerts::list);
	}

	private DeviceEvidence one(DeviceReference reference) {
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
			var machine = tree(this.actions.get(id)).path("machineId").stringValue(null);
			return (machine != null) ? machine(machine)
					: new DeviceEvidence.Unknown(id, "the action's record names no machine");
		});
	}

	private DeviceEvidence shown(String id, Supplier<Payload<?>> record) {
		return read(id, () -> {
			var payload = record.get();
			return evidenceIn(id, tree(payload), payload.receivedAt());
		});
	}

	/**
	 * Only a record that speaks of its group, be it to say that there is none, is
	 * evidence.
	 */
	static DeviceEvidence evidenceIn(String id, JsonNode record, Instant asOf) {
		var group = record.path("rbacGroupName");
		return (group.isString() || group.isNull()) ? new DeviceEvidence.Shown(id, group.stringValue(null), asOf)
				: new DeviceEvidence.Unknown(id, "the device's record names no device group");
	}

	/**
	 * Many machines are looked up in a list, and none about which all was said just now.
	 */
	private List<DeviceEvidence> machines(List<? extends DeviceReference> references) {
		var found = new HashMap<String, DeviceEvidence>();
		references.forEach((reference) -> found.computeIfAbsent(reference.id(), this.known::find));
		var missing = references.stream().filter((reference) -> !found.containsKey(reference.id())).toList();
		var mark = this.known.mark();
		var asked = (missing.size() < MANY) ? missing.stream().map(this::one).toList()
				: search(missing, this.machines::list);
		for (var index = 0; index < missing.size(); index++) {
			this.known.keep(asked.get(index), mark);
			found.put(missing.get(index).id(), asked.get(index));
		}
		return references.stream().map((reference) -> Objects.requireNonNull(found.get(reference.id()))).toList();
	}

	private List<DeviceEvidence> search(List<? extends DeviceReference> references,
			Function<ODataQuery, Payload<?>> list) {
		var search = new DeviceSearch(references.stream().map(DeviceReference::id).toList());
		try {
			while (search.goesOn()) {
				search.look(list.apply(search.page()), this.json);
			}
		}
		catch (Refused _) {
			// what was not found so far stays unknown
		}
		return references.stream().map((reference) -> search.found(reference.id())).toList();
	}

	private DeviceEvidence read(String id, Supplier<DeviceEvidence> evidence) {
		try {
			return evidence.get();
		}
		catch (Refused refused) {
			return new DeviceEvidence.Unknown(id,
					"you may not read its record: " + refused.decision().reasons().getFirst().detail());
		}
		catch (Failure failure) {
			if (failure.type() == ProblemType.NOT_FOUND) {
				return new DeviceEvidence.Hidden(id, this.clock.instant());
			}
			throw failure;
		}
	}

	private JsonNode tree(Payload<?> payload) {
		try (payload; var body = payload.body()) {
			return this.json.readTree(body);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
