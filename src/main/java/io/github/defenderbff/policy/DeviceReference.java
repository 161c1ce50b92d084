package io.github.defenderbff.policy;

/** What a call names, directly or through an alert or an action, as its device. */
public sealed interface DeviceReference {

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
