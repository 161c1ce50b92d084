package io.github.sandbox.defender;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.CountDownLatch;

/** Something that goes wrong with the next request. */
public sealed interface Fault {

	/** An error answer with an envelope of this code. */
	static Fault status(int status, String code) {
		return new Status(status, code, Map.of());
	}

	/** A 429 that asks to wait. */
	static Fault throttled(Duration retryAfter) {
		return new Status(429, "TooManyRequests", Map.of("Retry-After", Long.toString(retryAfter.toSeconds())));
	}

	/** A 401 that asks for these claims, given as JSON. */
	static Fault claimsChallenge(String claims) {
		String encoded = Base64.getEncoder().encodeToString(claims.getBytes(StandardCharsets.UTF_8));
		return new Status(401, "Unauthorized",
				Map.of("WWW-Authenticate", "Bearer error=\"insufficient_claims\", claims=\"%s\"".formatted(encoded)));
	}

	/** An error status with an error envelope. */
	record Status(int status, String code, Map<String, String> headers) implements Fault {

		public Status {
			headers = Map.copyOf(headers);
		}

	}

	/** A 200 that claims to be JSON and is an HTML page. */
	record HtmlAsJson() implements Fault {

	}

	/** The right answer, with these headers besides. */
	record Headers(Map<String, String> headers) implements Fault {

		public Headers {
			headers = Map.copyOf(headers);
		}

	}

	/** The right answer, cut in the middle. */
	record TruncatedJson() implements Fault {

	}

	/** The right answer up to that many bytes; then the connection is closed. */
	record BrokenOff(int bytes) implements Fault {

	}

	/** No answer: the connection is closed. */
	record ConnectionDropped() implements Fault {

	}

	/** The right answer, late. */
	record Delay(Duration duration) implements Fault {

	}

	/** The right answer, when the latch is opened. */
	record Held(CountDownLatch until) implements Fault {

	}

	/** A 200 that claims to be JSON, with this text. */
	record Text(String body) implements Fault {

	}

	/** The right answer with a next page on somebody else's host. */
	record ForeignNextLink() implements Fault {

	}

}
