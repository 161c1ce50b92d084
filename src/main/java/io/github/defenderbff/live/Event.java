package io.github.defenderbff.live;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

import org.jspecify.annotations.Nullable;

/**
 * Something that streams tell, as it is written (WHATWG HTML, section Server-sent
 * events).
 *
 * @param key what tells it apart, so that nobody is told it twice; null to tell it always
 * @param bytes the text, up to and including the empty line; not to be changed
 */
@SuppressWarnings("ArrayRecordComponent")
record Event(@Nullable String key, byte[] bytes) {

	/** A comment, so that whoever passes the stream on does not take it for dead. */
	static final Event HEARTBEAT = new Event(null, utf8(": heartbeat\n\n"));

	/**
	 * An event with data.
	 * @param json the data, in one line
	 */
	static Event of(@Nullable String key, String name, String json) {
		return new Event(key, utf8("event: " + name + "\ndata: " + json + "\n\n"));
	}

	/** The same, after which a stream is resumed from here. */
	static Event of(@Nullable String key, String name, String json, String id) {
		return new Event(key, utf8("event: " + name + "\nid: " + id + "\ndata: " + json + "\n\n"));
	}

	/** From here a stream is resumed; nothing is told. */
	static Event mark(String id) {
		return new Event(null, utf8("id: " + id + "\n\n"));
	}

	/** How long a browser waits before it opens the stream again. */
	static Event retry(Duration time) {
		return new Event(null, utf8("retry: " + time.toMillis() + "\n\n"));
	}

	private static byte[] utf8(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
