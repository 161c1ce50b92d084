package io.github.defenderbff.policy;

import java.util.List;

/**
 * Finds out whether the current caller is shown devices; the answer comes through the
 * caller's own token.
 */
@FunctionalInterface
public interface Devices {

	/**
	 * The evidence for each device, in the same order. Many devices are looked up
	 * together rather than one by one. A device that is not shown is an answer and no
	 * failure; that Defender cannot be asked is a failure.
	 */
	List<DeviceEvidence> evidence(List<? extends DeviceReference> references);

}
