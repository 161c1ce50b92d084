package io.github.defenderbff.signin;

/** Where the groups of a person can be asked for. */
@FunctionalInterface
interface GroupsSource {

	/** The groups of the person the token stands for, or why they are not known. */
	Groups groupsOf(AccessToken token);

}
