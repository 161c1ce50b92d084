package io.github.sandbox.entra;

import io.github.sandbox.organisation.Person;

/** Whom the token of a request to Graph stands for. */
sealed interface GraphCaller {

	/** A person. */
	record Member(Person person) implements GraphCaller {

	}

	/** An application without a person. */
	record Application() implements GraphCaller {

	}

	/** Nobody who may do that, and why. */
	record Refused(GraphError error) implements GraphCaller {

	}

}
