package io.github.defenderbff.policy;

/** What a call names, directly or through an alert or an action, as its device. */
public sealed interface DeviceReference {

	/**
	 * How a machine is named: 40 hexadecimal characters, or a DNS name with a dot. A
	 * single word is refused, since Defender's static paths beside machines are single
	 * words.
	 */
	String MACHINE = "[0-9a-fA-F]{40}|[\\p{L}\\p{N}_-]{1,63}(\\.[\\p{L}\\p{N}_-]{1,63}){1,8}";

	/** The same in words. */
	String MACHINE_RULE = "must be a device id of 40 hexadecimal characters or a computer's full DNS name";

	/** The id as the caller gave it. */
	String id();

	/** A machine, by its id or name. */
	record Machine(String id) implements DeviceReference {

	}

	/** The machine of an alert. */
	record Alert(String id) implements DeviceReference {

	}

	/** The machine of a machine action. */
	record Action(String id) implements DeviceReference {

	}

}
