package io.github.sandbox.defender;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

/**
 * An HTTP answer before it is written.
 *
 * @param status the status
 * @param headers headers besides the content type
 * @param body an object to write as JSON, a string to write as it is, a streamed body, or
 * nothing
 */
record Reply(int status, Map<String, String> headers, @Nullable Object body) {

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
		return new Reply(this.status, headers, this.body);
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
