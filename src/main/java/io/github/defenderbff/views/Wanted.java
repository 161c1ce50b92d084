package io.github.defenderbff.views;

/** A part as a view declares it. */
sealed interface Wanted permits Read, MachineRights {

	/** What it is called in the view. */
	String name();

	/** The operation that answers the same on its own. */
	String operation();

	/** Whether it can be asked for only when the subject is there. */
	boolean needsSubject();

}
