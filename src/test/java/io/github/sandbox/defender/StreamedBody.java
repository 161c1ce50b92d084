package io.github.sandbox.defender;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A body that goes to the socket piece by piece and is never held whole. */
@FunctionalInterface
interface StreamedBody {

	void writeTo(OutputStream out) throws IOException;

	/** The whole body, for a fault that spoils it. */
	default String text() {
		ByteArrayOutputStream buffer = new ByteArrayOutputStream();
		try {
			writeTo(buffer);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return buffer.toString(StandardCharsets.UTF_8);
	}

}
