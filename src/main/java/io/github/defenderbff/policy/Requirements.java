package io.github.defenderbff.policy;

import java.util.List;

/** The requirements of all declared operations, in a stable order. */
@FunctionalInterface
public interface Requirements {

	List<Requirement> all();

}
