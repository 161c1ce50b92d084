package io.github.sandbox.defender;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.sandbox.organisation.Privilege;

import static io.github.sandbox.defender.Operation.patch;
import static io.github.sandbox.defender.Operation.post;

/** Changing the tags and the value of devices. */
final class MachineSettingRoutes {

	private static final Access WRITE = Access.anyScope("Machine.ReadWrite").roles("Machine.ReadWrite.All");

	private static final Access MANAGE = WRITE.privileges(Privilege.MANAGE_SECURITY_SETTINGS);

	private static final Access INVESTIGATE = WRITE.privileges(Privilege.ALERTS_INVESTIGATION);

	private static final Set<String> DEVICE_VALUES = Set.of("Normal", "Low", "High");

	private static final int MAX_DEVICES = 500;

	private final Estate estate;

	MachineSettingRoutes(Estate estate) {
		this.estate = estate;
	}

	List<Operation> operations() {
		return List.of(post("machines.tag", "/api/machines/{id}/tags", MANAGE, this::tag),
				post("machines.tagMany", "/api/machines/AddOrRemoveTagForMultipleMachines", MANAGE, this::tagMany),
				post("machines.setDeviceValue", "/api/machines/{machineId}/setDeviceValue", MANAGE, this::setValue),
				patch("machines.update", "/api/machines/{machineId}", INVESTIGATE, this::update));
	}

	private Answer tag(Call call) {
		Entity machine = this.estate.machine(call, call.variable("id"));
		RequestBody body = call.body();
		TagChange change = TagChange.of(body);
		body.allowOnly("Value", "Action");
		return Answer.found(this.estate.machines().change(machine, change::applied), MachineView.SET);
	}

	private Answer tagMany(Call call) {
		RequestBody body = call.body();
		TagChange change = TagChange.of(body);
		List<String> ids = body.texts("MachineIds").orElseThrow(() -> Refusal.missingParameter("MachineIds"));
		body.allowOnly("Value", "Action", "MachineIds");
		if (ids.size() > MAX_DEVICES) {
			throw Refusal.badRequest("MaximumBatchSizeExceeded", "At most 500 devices can be tagged in one call.");
		}
		List<Entity> machines = ids.stream().map((id) -> this.estate.machine(call, id)).toList();
		return new Answer.Rows(
				machines.stream().map((machine) -> this.estate.machines().change(machine, change::applied)).toList(),
				MachineView.SET);
	}

	private Answer setValue(Call call) {
		Entity machine = this.estate.machine(call, call.variable("machineId"));
		RequestBody body = call.body();
		String value = body.required("DeviceValue", DEVICE_VALUES);
		body.allowOnly("DeviceValue");
		return Answer.found(valued(machine, value), MachineView.SET);
	}

	private Answer update(Call call) {
		Entity machine = this.estate.machine(call, call.variable("machineId"));
		RequestBody body = call.body();
		body.allowOnly("machineTags", "deviceValue");
		body.oneOf("deviceValue", DEVICE_VALUES).ifPresent((value) -> valued(machine, value));
		body.texts("machineTags")
			.ifPresent((tags) -> this.estate.machines()
				.change(machine, (current) -> current.with("machineTags", List.copyOf(tags))));
		return Answer.found(this.estate.machine(call, machine.text("id")), MachineView.SET);
	}

	private Entity valued(Entity machine, String value) {
		return this.estate.machines().change(machine, (current) -> current.with("deviceValue", value));
	}

	/** A tag to add or remove. */
	private record TagChange(String tag, boolean add) {

		static TagChange of(RequestBody body) {
			return new TagChange(body.required("Value"),
					body.required("Action", Set.of("Add", "Remove")).equals("Add"));
		}

		Entity applied(Entity machine) {
			Set<String> tags = new LinkedHashSet<>();
			if (machine.get("machineTags") instanceof Collection<?> current) {
				current.forEach((tag) -> tags.add(tag.toString()));
			}
			boolean _ = this.add ? tags.add(this.tag) : tags.remove(this.tag);
			return machine.with("machineTags", List.copyOf(tags));
		}

	}

}
