package io.github.sandbox.defender;

import java.util.Set;

/**
 * The query options an operation understands.
 *
 * @param filterable the properties {@code $filter} may name
 * @param paged whether {@code $top} and {@code $skip} work
 * @param expandable what {@code $expand} may name
 * @param maxTop how many rows {@code $top} may ask for
 * @param pageSize how many rows a page has at most when the client does not say
 */
record ODataSupport(Set<String> filterable, boolean paged, Set<String> expandable, int maxTop, int pageSize) {

	static final ODataSupport NONE = of(false);

	private static final int USUAL_MAXIMUM = 10_000;

	static ODataSupport filter(String... properties) {
		return of(false, properties);
	}

	static ODataSupport filterAndPages(String... properties) {
		return of(true, properties);
	}

	private static ODataSupport of(boolean paged, String... properties) {
		return new ODataSupport(Set.of(properties), paged, Set.of(), USUAL_MAXIMUM, USUAL_MAXIMUM);
	}

	ODataSupport expand(String... properties) {
		return new ODataSupport(this.filterable, this.paged, Set.of(properties), this.maxTop, this.pageSize);
	}

	ODataSupport top(int rows) {
		return new ODataSupport(this.filterable, this.paged, this.expandable, rows, this.pageSize);
	}

	ODataSupport pageSize(int rows) {
		return new ODataSupport(this.filterable, this.paged, this.expandable, this.maxTop, rows);
	}

	boolean none() {
		return equals(NONE);
	}

}
