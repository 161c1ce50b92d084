package io.github.defenderbff.relay;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.function.UnaryOperator;

/**
 * A JSON text whose next links are rewritten while it is read. Bytes are searched,
 * nothing is parsed: in JSON text the end of a quoted name followed by a colon can only
 * be that of a property.
 */
final class NextLinkStream extends FilterInputStream {

	private static final byte[] NAME = "@odata.nextLink\"".getBytes(StandardCharsets.US_ASCII);

	private static final byte QUOTE = '"';

	private static final byte[] MOVES = moves();

	/** More than the longest address Defender takes. */
	private static final int LONGEST_LINK = 32_768;

	private final UnaryOperator<byte[]> rewrite;

	private byte[] buffer = new byte[2 * LONGEST_LINK];

	/** Where what was not read yet begins. */
	private int start;

	/** Where what was searched already ends. */
	private int ready;

	/** Where the bytes end. */
	private int end;

	private boolean complete;

	NextLinkStream(InputStream json, UnaryOperator<byte[]> rewrite) {
		super(json);
		this.rewrite = rewrite;
	}

	@Override
	public int read() throws IOException {
		var one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		while (this.start == this.ready) {
			if (this.complete && this.ready == this.end) {
				return -1;
			}
			search();
		}
		var count = Math.min(length, this.ready - this.start);
		System.arraycopy(this.buffer, this.start, bytes, offset, count);
		this.start += count;
		return count;
	}

	@Override
	public int available() {
		return this.ready - this.start;
	}

	/** Makes more bytes ready, if only one. */
	private void search() throws IOException {
		fill();
		var name = indexOfName(this.buffer, this.ready, this.end);
		if (name < 0) {
			this.ready = this.complete ? this.end : Math.max(this.ready, this.end - NAME.length + 1);
			return;
		}
		var after = name + NAME.length;
		var value = valueAfter(after);
		if (value < 0) {
			this.ready = after;
			return;
		}
		var quote = endOfString(value);
		if (quote < this.end) {
			replace(value, quote);
		}
		else if (this.complete) {
			this.ready = this.end;
		}
		else if (name > this.start || this.end - name < LONGEST_LINK) {
			this.ready = name;
		}
		else {
			throw UpstreamFailure.invalidAnswer("Defender's answer has a link without an end.");
		}
	}

	private void fill() throws IOException {
		System.arraycopy(this.buffer, this.start, this.buffer, 0, this.end - this.start);
		this.end -= this.start;
		this.ready -= this.start;
		this.start = 0;
		if (!this.complete && this.end < this.buffer.length) {
			var count = this.in.read(this.buffer, this.end, this.buffer.length - this.end);
			this.complete = count < 0;
			this.end += Math.max(0, count);
		}
	}

	private void replace(int from, int to) {
		var link = this.rewrite.apply(Arrays.copyOfRange(this.buffer, from, to));
		var rest = Arrays.copyOfRange(this.buffer, to, this.end);
		System.arraycopy(link, 0, this.buffer, from, link.length);
		System.arraycopy(rest, 0, this.buffer, from + link.length, rest.length);
		this.ready = from + link.length;
		this.end = this.ready + rest.length;
	}

	/**
	 * Where the text of the string value begins; -1 where the name is not a property with
	 * one. What was not read yet may be one.
	 */
	private int valueAfter(int from) {
		var colon = skipSpace(from);
		if (colon < this.end && this.buffer[colon] != ':') {
			return -1;
		}
		var quote = skipSpace(Math.min(colon + 1, this.end));
		return (quote < this.end && this.buffer[quote] != '"') ? -1 : Math.min(quote + 1, this.end);
	}

	private int skipSpace(int from) {
		var at = from;
		while (at < this.end && isSpace(this.buffer[at])) {
			at++;
		}
		return at;
	}

	private int endOfString(int from) {
		var at = from;
		while (at < this.end && this.buffer[at] != '"') {
			at += (this.buffer[at] == '\\') ? 2 : 1;
		}
		return at;
	}

	/** Whether it is white space of JSON (RFC 8259 section 2). */
	static boolean isSpace(byte character) {
		return character == ' ' || character == '\n' || character == '\r' || character == '\t';
	}

	/**
	 * Where the name first stands; -1 where it does not. The byte under the name's end
	 * tells how far the name can be moved on (Horspool), so most bytes are never looked
	 * at.
	 */
	static int indexOfName(byte[] text, int from, int to) {
		var at = from;
		while (at <= to - NAME.length) {
			var end = at + NAME.length;
			var last = text[end - 1];
			if (last == QUOTE && Arrays.equals(text, at, end, NAME, 0, NAME.length)) {
				return at;
			}
			at += MOVES[last & 0xFF];
		}
		return -1;
	}

	/** By each byte: how far its last place in the name is from the name's end. */
	private static byte[] moves() {
		var moves = new byte[256];
		Arrays.fill(moves, (byte) NAME.length);
		for (var index = 0; index < NAME.length - 1; index++) {
			moves[NAME[index]] = (byte) (NAME.length - 1 - index);
		}
		return moves;
	}

}
