package io.github.sandbox.organisation;

import java.util.List;
import java.util.Optional;

/** The live response library of the company. */
public final class LibraryFiles {

	/** A script with parameters. */
	public static final LibraryFile COLLECT_LOGS = new LibraryFile("collect-logs.ps1",
			"Collects the event logs of the last days", Optional.of("-Days: how many days, from 1 to 30"));

	/** A script without parameters. */
	public static final LibraryFile NETWORK_CHECK = new LibraryFile("network-check.ps1", "Lists open connections",
			Optional.empty());

	/** Both scripts. */
	public static final List<LibraryFile> ALL = List.of(COLLECT_LOGS, NETWORK_CHECK);

	private LibraryFiles() {
	}

}
