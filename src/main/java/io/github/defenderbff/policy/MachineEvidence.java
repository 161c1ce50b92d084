package io.github.defenderbff.policy;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

import io.github.defenderbff.problem.Failure;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.util.function.SingletonSupplier;

/**
 * Evidence for all machines that are asked about: looked up together, once, and not at
 * all where it would not matter.
 */
public final class MachineEvidence {

	private final Supplier<Map<String, DeviceEvidence>> evidence;

	/** Evidence that is looked up when it is first asked for. */
	public MachineEvidence(Devices devices, Collection<String> machines) {
		var distinct = machines.stream().map(MachineEvidence::key).distinct().toList();
		this.evidence = SingletonSupplier.of(() -> lookUp(devices, distinct));
	}

	/** What an operation on the machine is about; in general, where there is none. */
	public Targets about(Requirement requirement, @Nullable String machine) {
		return (machine == null || !requirement.namesMachines()) ? Targets.NONE
				: new Targets(machine, () -> of(machine));
	}

	private List<DeviceEvidence> of(String machine) {
		var known = this.evidence.get().get(key(machine));
		return (known != null) ? List.of(known) : List.of(new DeviceEvidence.Unknown(machine, "nobody was asked"));
	}

	/**
	 * A question is answered even when Defender cannot be asked: what is not known is
	 * told as such.
	 */
	private static Map<String, DeviceEvidence> lookUp(Devices devices, List<String> machines) {
		var byMachine = new HashMap<String, DeviceEvidence>();
		try {
			var found = devices.evidence(machines.stream().map(DeviceReference.Machine::new).toList());
			for (var index = 0; index < machines.size(); index++) {
				byMachine.put(machines.get(index), found.get(index));
			}
		}
		catch (Failure failure) {
			if (failure.getStatusCode().equals(HttpStatus.UNAUTHORIZED)) {
				throw failure;
			}
			machines.forEach((machine) -> byMachine.put(machine, new DeviceEvidence.Unknown(machine,
					"its record could not be read (" + failure.type().title() + ")")));
		}
		return byMachine;
	}

	private static String key(String machine) {
		return machine.toLowerCase(Locale.ROOT);
	}

}
