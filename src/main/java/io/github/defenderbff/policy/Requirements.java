package io.github.defenderbff.policy;

import java.util.List;
import java.util.Optional;

/** The requirements of all declared operations, in a stable order. */
@FunctionalInterface
public interface Requirements {

	List<Requirement> all();

	/** The requirement of the operation with this id; empty when there is none. */
	default Optional<Requirement> of(String operation) {
		return all().stream().filter((requirement) -> requirement.operation().equals(operation)).findFirst();
	}

}
