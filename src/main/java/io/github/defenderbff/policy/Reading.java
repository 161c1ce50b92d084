package io.github.defenderbff.policy;

import java.util.List;

/** What came of reading a role book file. */
sealed interface Reading {

	/**
	 * It can be put in force.
	 *
	 * @param book what it says
	 */
	record Sound(RoleBook book) implements Reading {

	}

	/**
	 * It cannot be used.
	 *
	 * @param mistakes everything that is wrong, each in one sentence with its place
	 */
	record Broken(List<String> mistakes) implements Reading {

		public Broken {
			mistakes = List.copyOf(mistakes);
		}

	}

}
