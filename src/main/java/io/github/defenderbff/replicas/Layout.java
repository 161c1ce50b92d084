package io.github.defenderbff.replicas;

/** Whether all names are on one server, or each in one of the slots of a cluster. */
enum Layout {

	ONE_SERVER("bff:"),

	/** What is in braces decides about the slot. */
	CLUSTER("{bff}:");

	private final String beginning;

	Layout(String beginning) {
		this.beginning = beginning;
	}

	/** The whole name of what one command or script needs together with others. */
	String together(String name) {
		return this.beginning + name;
	}

}
