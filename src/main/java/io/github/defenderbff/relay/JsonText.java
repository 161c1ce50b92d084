package io.github.defenderbff.relay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.cfg.JsonNodeFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * A body that must be JSON from end to end, as far as that can be told without parsing:
 * an error page and a text that was cut off are not.
 */
final class JsonText extends FilterInputStream {

	private boolean begun;

	private byte first;

	private byte last;

	private JsonText(InputStream json) {
		super(json);
	}

	/**
	 * The body, checked while it is read.
	 * @throws UpstreamFailure on reading its end, if it is not complete
	 */
	static InputStream checked(InputStream json) {
		return new JsonText(json);
	}

	/** Whether the text looks complete. */
	static boolean isComplete(byte[] json) {
		var text = new JsonText(InputStream.nullInputStream());
		text.see(json, 0, json.length);
		return text.isComplete();
	}

	@Override
	public int read() throws IOException {
		var one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		var count = super.read(bytes, offset, length);
		if (count >= 0) {
			see(bytes, offset, offset + count);
		}
		else if (!isComplete()) {
			throw incomplete();
		}
		return count;
	}

	/** Remembers the first and the last character that is not white space. */
	private void see(byte[] bytes, int from, int to) {
		var end = to;
		while (end > from && NextLinkStream.isSpace(bytes[end - 1])) {
			end--;
		}
		if (end == from) {
			return;
		}
		this.last = bytes[end - 1];
		for (var at = from; !this.begun; at++) {
			this.begun = !NextLinkStream.isSpace(bytes[at]);
			this.first = bytes[at];
		}
	}

	private boolean isComplete() {
		return switch (this.first) {
			case '{' -> this.last == '}';
			case '[' -> this.last == ']';
			default -> this.first >= '0' && this.first <= '9';
		};
	}

	/** Reads trees whose numbers are written again as they were. */
	static JsonMapper exact(JsonMapper json) {
		return json.rebuild()
			.enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
			.disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
			.build();
	}

	static UpstreamFailure incomplete() {
		return UpstreamFailure.invalidAnswer("Defender's answer is not the JSON it should be.");
	}

}
