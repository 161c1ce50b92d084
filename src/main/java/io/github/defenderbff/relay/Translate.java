package io.github.defenderbff.relay;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;

/**
 * Turns Defender's answer into ours: failures into problems, links into our own paths.
 */
final class Translate implements Stage {

	private static final byte[] EMPTY_COLLECTION = "{\"value\":[]}".getBytes(StandardCharsets.UTF_8);

	private static final Duration DEFAULT_RETRY = Duration.ofSeconds(30);

	/** The longest of Defender's windows; nothing it says may pause us for longer. */
	private static final Duration LONGEST_RETRY = Duration.ofHours(1);

	private final Send send;

	private final NextLinks links;

	private final JsonMapper json;

	private final Clock clock;

	Translate(Send send, NextLinks links, JsonMapper json, Clock clock) {
		this.send = send;
		this.links = links;
		this.json = json;
		this.clock = clock;
	}

	@Override
	public Payload<?> answer(Call call) {
		var answer = this.send.send(call);
		if (answer.status().is2xxSuccessful()) {
			return success(answer);
		}
		if (answer.status().value() == 404 && saysEmpty(call, answer)) {
			return Payload.received(200, EMPTY_COLLECTION, MediaType.APPLICATION_JSON, this.clock.instant());
		}
		throw failure(call, answer);
	}

	/** Whether "not found" is Defender's way of saying that a list is empty. */
	private boolean saysEmpty(Call call, UpstreamAnswer answer) {
		var odata = call.operation().odata();
		return odata != null && odata.emptyIsNotFound() && UpstreamError.read(answer.bytes(), this.json).code() != null;
	}

	private Payload<?> success(UpstreamAnswer answer) {
		var bytes = answer.bytes();
		if (bytes.length == 0) {
			return Payload.received(answer.status().value(), bytes, null, this.clock.instant());
		}
		if (!looksLikeJson(answer)) {
			throw UpstreamFailure.invalidAnswer("Defender's answer is not the JSON it should be.");
		}
		return Payload.received(answer.status().value(), this.links.rewrite(bytes), MediaType.APPLICATION_JSON,
				this.clock.instant());
	}

	/**
	 * Whether the body is JSON from end to end, as far as that can be told without
	 * parsing: an error page and a text that was cut off are not.
	 */
	private static boolean looksLikeJson(UpstreamAnswer answer) {
		var bytes = answer.bytes();
		var first = 0;
		var last = bytes.length - 1;
		while (first < last && NextLinks.isSpace(bytes[first])) {
			first++;
		}
		while (last > first && NextLinks.isSpace(bytes[last])) {
			last--;
		}
		var complete = (bytes[first] == '{' && bytes[last] == '}') || (bytes[first] == '[' && bytes[last] == ']')
				|| (bytes[first] >= '0' && bytes[first] <= '9');
		var type = answer.headers().getContentType();
		return complete && (type == null || type.isCompatibleWith(MediaType.APPLICATION_JSON));
	}

	private Failure failure(Call call, UpstreamAnswer answer) {
		var status = answer.status().value();
		var error = UpstreamError.read(answer.bytes(), this.json);
		return switch (status) {
			case 401 -> new TokenRejected();
			case 403, 404 -> missing(call, status, error);
			case 429 -> new Throttled(retryAfter(answer.headers()), error);
			default -> (status >= 400 && status < 500)
					? UpstreamFailure.status(ProblemType.UPSTREAM_REJECTED_REQUEST,
							"Defender did not accept the request; code says why.", status, error)
					: UpstreamFailure.status(ProblemType.UPSTREAM_FAILED,
							"Defender answered with an error of its own. Try again in a moment.", status, error);
		};
	}

	/**
	 * Refused, or not there. For a read of something that belongs to a device the two are
	 * told alike, or the answer would reveal devices that are not exposed to the person.
	 */
	private static UpstreamFailure missing(Call call, int status, UpstreamError error) {
		if (call.operation().requirement().namesDevices() && !call.operation().stateChange()) {
			return new UpstreamFailure(ProblemType.NOT_FOUND,
					"There is no such thing, or it belongs to a device group that is not exposed to you.", null);
		}
		return (status == 403)
				? UpstreamFailure.status(ProblemType.REFUSED_UPSTREAM, "Defender itself refused the call.", status,
						error)
				: UpstreamFailure.status(ProblemType.NOT_FOUND, "Defender knows no such thing.", status, error);
	}

	private static Duration retryAfter(HttpHeaders headers) {
		@Nullable String value = headers.getFirst(HttpHeaders.RETRY_AFTER);
		if (value == null || !value.matches("\\d{1,6}")) {
			return DEFAULT_RETRY;
		}
		var asked = Duration.ofSeconds(Long.parseLong(value));
		return (asked.compareTo(LONGEST_RETRY) < 0) ? asked : LONGEST_RETRY;
	}

}
