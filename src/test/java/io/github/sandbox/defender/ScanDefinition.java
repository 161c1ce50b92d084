package io.github.sandbox.defender;

import io.github.sandbox.organisation.Machine;

/**
 * A scan that signs in to what it scans.
 *
 * @param scanner the device that scans
 * @param entity what the list shows, credentials included
 */
record ScanDefinition(Machine scanner, Entity entity) {

	private static final String CREDENTIALS = "scanAuthenticationParams";

	String id() {
		return this.entity.text("id");
	}

	/** What answers to changes show. */
	Entity withoutCredentials() {
		return this.entity.with(CREDENTIALS, null);
	}

	ScanDefinition with(Entity changes) {
		return new ScanDefinition(this.scanner, Entity.builder().with(this.entity).with(changes).build());
	}

}
