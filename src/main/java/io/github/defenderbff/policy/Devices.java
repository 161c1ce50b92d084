package io.github.defenderbff.policy;

import io.github.defenderbff.signin.Caller;

/**
 * Finds out whether a person is shown a device; the answer comes through the person's own
 * token.
 */
@FunctionalInterface
public interface Devices {

	/** The evidence for one device; never throws for a device that is not shown. */
	DeviceEvidence evidence(Caller caller, DeviceReference reference);

}
