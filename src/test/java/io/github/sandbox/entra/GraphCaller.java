package io.github.sandbox.entra;

import io.github.sandbox.organisation.Person;

/** Whom the token of a request to Graph stands for. */
sealed interface GraphCaller {

	/** A person whose groups may be read. */
	record Member(Person person) implements GraphCaller {

	}

	/** Nobody who may read groups, and why. */
	record Refused(GraphError error) implements GraphCaller {

	}

}
