package io.github.defenderbff.signin;

/** Where the groups of a person can be asked for. */
@FunctionalInterface
interface GroupsSource {

	/**
	 * The groups of the person the tokens stand for, or why they are not known.
	 * @throws io.github.defenderbff.problem.Failure if there is no token
	 */
	Groups groupsOf(Tokens tokens);

}
