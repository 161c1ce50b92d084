package io.github.defenderbff.quota;

import java.util.List;

/** All operations whose calls are counted, ordered by id. */
@FunctionalInterface
public interface MeteredOperations {

	List<Metered> metered();

}
