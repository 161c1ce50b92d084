package io.github.sandbox.entra;

import java.io.IOException;
import java.io.OutputStream;

import org.jspecify.annotations.Nullable;

/** Runs the hunting queries that Graph takes; where the data is, is not known here. */
@FunctionalInterface
public interface GraphHunting {

	/**
	 * What a query finds, in Graph's form.
	 * @param objectId whose query it is; null for an application's
	 * @throws Refused if it is not answered
	 */
	Found run(@Nullable String objectId, String query);

	/** A table that is written as it is made. */
	@FunctionalInterface
	interface Found {

		void writeTo(OutputStream out) throws IOException;

	}

	/** A query that is not answered, with the status and code it is told by. */
	final class Refused extends RuntimeException {

		private final int status;

		private final String code;

		public Refused(int status, String code, String message) {
			super(message);
			this.status = status;
			this.code = code;
		}

		GraphError error() {
			return new GraphError(this.status, this.code, String.valueOf(getMessage()));
		}

	}

}
