package io.github.defenderbff.defender;

/** What the exports of all devices have in common. */
interface Exports {

	/** What is said of an export in pages. */
	String PAGES = "For up to 100,000 devices; more are better exported in files. 50,000 rows a page unless "
			+ "pageSize is given. $top cuts the answer short, without a link to the rest.";

	/** What is said of an export in files. */
	String FILES = "The answer holds links to gzip files with one JSON object a line. The links need no sign-in: "
			+ "do not store them.";

	/** The most rows of a page. */
	int ROWS = 200_000;

	/** How many seconds a page may take to begin. */
	int PATIENCE = 200;

	/** What a wrong lifetime of links of up to a day is told. */
	String DAY = "must be a number of hours from 1 to 24";

}
