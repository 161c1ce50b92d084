package io.github.sandbox.organisation;

/** The ids of the response actions that were ordered before the sandbox started. */
public final class PastActions {

	/** A package of the examined workstation, collected. */
	public static final String PACKAGE_COLLECTION = "5eed0000-0000-4000-8000-000000000001";

	/**
	 * A live response on the examined workstation, done: command 0 ran a script, command
	 * 1 fetched a file.
	 */
	public static final String LIVE_RESPONSE = "5eed0000-0000-4000-8000-000000000002";

	/** An isolation that waits for the silent workstation. */
	public static final String PENDING_ISOLATION = "5eed0000-0000-4000-8000-000000000003";

	private PastActions() {
	}

}
