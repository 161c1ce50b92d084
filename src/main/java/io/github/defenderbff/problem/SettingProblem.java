package io.github.defenderbff.problem;

/** A setting is missing or contradicts another one, so the service must not start. */
public final class SettingProblem extends RuntimeException {

	private final String action;

	/**
	 * Creates the failure.
	 * @param description what is wrong, in one sentence
	 * @param action what to set, in one sentence
	 */
	public SettingProblem(String description, String action) {
		super(description);
		this.action = action;
	}

	/** What to set, in one sentence. */
	String action() {
		return this.action;
	}

}
