package io.github.sandbox.defender;

import java.util.stream.Stream;

import io.github.sandbox.organisation.Machine;

/**
 * One assessment that can be exported.
 *
 * @param id the first half of the catalogue's ids
 * @param access what it asks of the caller
 * @param json the last part of the path that answers with rows
 * @param files the last part of the path that answers with addresses of files
 * @param maxHours how long those addresses can be valid
 * @param entity the type of the rows
 * @param rows the rows of a device
 */
record Export(String id, Access access, String json, String files, int maxHours, String entity, Rows rows) {

	/** What an export says about one device. */
	@FunctionalInterface
	interface Rows {

		Stream<Entity> of(Machine machine, Snapshot snapshot);

	}

}
