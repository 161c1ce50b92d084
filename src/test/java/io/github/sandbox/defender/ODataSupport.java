package io.github.sandbox.defender;

import java.util.Set;

/**
 * The query options an operation understands.
 *
 * @param filterable the properties {@code $filter} may name
 * @param paged whether {@code $top} and {@code $skip} work
 * @param expandable what {@code $expand} may name
 */
record ODataSupport(Set<String> filterable, boolean paged, Set<String> expandable) {

	static final ODataSupport NONE = new ODataSupport(Set.of(), false, Set.of());

	static ODataSupport filter(String... properties) {
		return new ODataSupport(Set.of(properties), false, Set.of());
	}

	static ODataSupport filterAndPages(String... properties) {
		return new ODataSupport(Set.of(properties), true, Set.of());
	}

	ODataSupport expand(String... properties) {
		return new ODataSupport(this.filterable, this.paged, Set.of(properties));
	}

	boolean none() {
		return equals(NONE);
	}

}
