package io.github.defenderbff.bulk;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;

import io.github.defenderbff.bulk.Preview.Allowance;
import io.github.defenderbff.bulk.Preview.DeviceState;
import io.github.defenderbff.bulk.Preview.Expectation;
import io.github.defenderbff.bulk.Preview.PendingAction;
import io.github.defenderbff.policy.Decision;
import io.github.defenderbff.policy.Devices;
import io.github.defenderbff.policy.MachineEvidence;
import io.github.defenderbff.policy.Policy;
import io.github.defenderbff.policy.Requirements;
import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

import org.springframework.stereotype.Component;

/** Says what an order would meet, and sends nothing. */
@Component
final class DryRun {

	private static final List<String> NOT_ENDED = List.of("Pending", "InProgress");

	private final Policy policy;

	private final Requirements requirements;

	private final Devices devices;

	private final MachineRows rows;

	private final Allowances allowances;

	DryRun(Policy policy, Requirements requirements, Devices devices, MachineRows rows, Allowances allowances) {
		this.policy = policy;
		this.requirements = requirements;
		this.devices = devices;
		this.rows = rows;
		this.allowances = allowances;
	}

	/** What the order would meet now. */
	Preview of(Caller caller, Order order) {
		var decisions = decisions(caller, order);
		var states = this.rows.devices(caller, new LinkedHashSet<>(order.machines()));
		var pending = pending(caller, order);
		var expectations = new ArrayList<Expectation>();
		for (var index = 0; index < decisions.size(); index++) {
			var machine = order.machines().get(index);
			var decision = decisions.get(index);
			expectations.add(new Expectation(machine, decision.answer(), decision.reasons(), state(states.get(machine)),
					pending.getOrDefault(machine, List.of())));
		}
		var left = this.allowances.left(caller.subject());
		return new Preview(order.operation(), Allowance.of(this.allowances.limit(), left, order.machines().size()),
				expectations);
	}

	private List<Decision> decisions(Caller caller, Order order) {
		var requirement = this.requirements.of(order.operation()).orElseThrow();
		var evidence = new MachineEvidence(this.devices, order.machines());
		return order.machines()
			.stream()
			.map((machine) -> this.policy.decide(caller, requirement, evidence.about(requirement, machine)))
			.toList();
	}

	private static @Nullable DeviceState state(@Nullable JsonNode row) {
		return (row != null) ? DeviceState.of(row) : null;
	}

	private Map<String, List<PendingAction>> pending(Caller caller, Order order) {
		var pending = new HashMap<String, List<PendingAction>>();
		this.rows.actions(caller, NOT_ENDED, (row) -> {
			var machine = row.path("machineId").stringValue("");
			if (order.machines().contains(machine)) {
				pending.computeIfAbsent(machine, (_) -> new ArrayList<>()).add(PendingAction.of(row));
			}
		});
		return pending;
	}

}
