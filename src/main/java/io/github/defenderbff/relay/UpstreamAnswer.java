package io.github.defenderbff.relay;

import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;

/**
 * Defender's answer as it comes.
 *
 * @param status the status
 * @param headers the headers
 * @param body the body, empty where there is none; whoever has the answer closes it
 */
record UpstreamAnswer(HttpStatusCode status, HttpHeaders headers, UpstreamBody body) implements AutoCloseable {

	/** The longest of Defender's windows; nothing it says may pause us for longer. */
	private static final Duration LONGEST_RETRY = Duration.ofHours(1);

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

	/** What is left of the body; it may take as long as its reader takes. */
	InputStream rest() {
		this.body.takeTime();
		return this.body;
	}

	/** How long Defender wants to be left alone; null where it does not say. */
	@Nullable Duration retryAfter() {
		var value = this.headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value == null || !value.matches("\\d{1,6}")) {
			return null;
		}
		var asked = Duration.ofSeconds(Long.parseLong(value));
		return (asked.compareTo(LONGEST_RETRY) < 0) ? asked : LONGEST_RETRY;
	}

	@Override
	public void close() {
		this.body.close();
	}

}
