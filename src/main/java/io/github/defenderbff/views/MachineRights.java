package io.github.defenderbff.views;

/**
 * What the caller may do with one machine, operation by operation.
 *
 * @param name what it is called in the view
 * @param machine the view's variable that is the machine's id
 */
record MachineRights(String name, String machine) implements Wanted {

	@Override
	public String operation() {
		return "me.permissions";
	}

	@Override
	public boolean needsSubject() {
		return false;
	}

}
