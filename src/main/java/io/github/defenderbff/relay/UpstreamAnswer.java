package io.github.defenderbff.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * Defender's answer as it comes.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body, empty where there is none; whoever has the answer closes it
 */
record UpstreamAnswer(HttpStatusCode status, HttpHeaders headers, InputStream body) implements AutoCloseable {

	/**
	 * The whole body; nothing is left to close.
	 * @param maximum the most bytes it may have
	 * @throws UpstreamFailure if it is longer, or does not arrive
	 */
	byte[] whole(int maximum) {
		try (this) {
			var bytes = begin(maximum);
			if (bytes.length > maximum) {
				throw UpstreamFailure.invalidAnswer("Defender's answer is larger than this service takes.");
			}
			return bytes;
		}
	}

	/** The first bytes of the body: all, if they are not more than that. */
	byte[] begin(int length) {
		try {
			return this.body.readNBytes(length + 1);
		}
		catch (IOException ex) {
			close();
			throw UpstreamFailure.noAnswer(ex);
		}
		catch (RuntimeException ex) {
			close();
			throw ex;
		}
	}

	@Override
	public void close() {
		try {
			this.body.close();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
