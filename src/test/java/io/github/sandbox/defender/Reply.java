package io.github.sandbox.defender;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer before it is written.
 *
 * @param status the status
 * @param headers headers besides the content type
 * @param body an object to write as JSON, a string to write as it is, a streamed body, or
 * nothing
 */
record Reply(int status, Map<String, List<String>> headers, @Nullable Object body) {

	/** Closes the connection instead of answering. */
	static final Reply DROPPED = new Reply(0, Map.of(), null);

	Reply {
		headers = Map.copyOf(headers);
	}

	static Reply of(int status, @Nullable Object body) {
		return new Reply(status, Map.of(), body);
	}

	boolean dropped() {
		return this.status == 0;
	}

	Reply with(Map<String, String> headers) {
		return new Reply(this.status,
				headers.entrySet()
					.stream()
					.collect(Collectors.toMap(Map.Entry::getKey, (header) -> List.of(header.getValue()))),
				this.body);
	}

	/** With a header that comes as often as it has values. */
	Reply with(String name, List<String> values) {
		return new Reply(this.status, Map.of(name, List.copyOf(values)), this.body);
	}

	Reply truncated() {
		String json = (this.body instanceof StreamedBody streamed) ? streamed.text() : Json.write(this.body);
		return new Reply(this.status, this.headers, json.substring(0, json.length() / 2));
	}

	/** The beginning of the answer; writing it ends with {@link Broken}. */
	Reply brokenOff(int bytes) {
		String json = (this.body instanceof StreamedBody streamed) ? streamed.text() : Json.write(this.body);
		byte[] start = Arrays.copyOf(json.getBytes(StandardCharsets.UTF_8), bytes);
		StreamedBody broken = (out) -> {
			out.write(start);
			out.flush();
			throw new Broken();
		};
		return new Reply(this.status, this.headers, broken);
	}

	Reply linkedTo(String nextLink) {
		if (!(this.body instanceof Entity page)) {
			return this;
		}
		Map<String, @Nullable Object> properties = new LinkedHashMap<>(page.properties());
		properties.put(ODataPage.NEXT_LINK, nextLink);
		return new Reply(this.status, this.headers, new Entity(properties));
	}

	/** Says that nothing more is to be written. */
	static final class Broken extends IOException {

	}

}
