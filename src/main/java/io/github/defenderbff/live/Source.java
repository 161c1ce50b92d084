package io.github.defenderbff.live;

import java.time.Duration;
import java.time.Instant;

import io.github.defenderbff.relay.OperationCall;
import io.github.defenderbff.relay.Payload;

/** What streams are about that Defender has to be asked for. */
sealed interface Source permits ActionSource, AlertSource {

	/**
	 * What is asked for, whenever that is; who may not make this call is told nothing.
	 */
	OperationCall subject();

	/**
	 * The call to make.
	 * @param since when the last answer came that was told; earlier ones need no telling
	 */
	OperationCall call(Instant since);

	/** What is asked for, as changes name it. */
	String entity();

	/** How long to wait between two calls at least. */
	Duration interval();

	/**
	 * What an answer tells.
	 * @throws io.github.defenderbff.problem.Failure if it cannot be read
	 */
	News news(Payload<?> answer);

}
