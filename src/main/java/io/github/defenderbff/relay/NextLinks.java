package io.github.defenderbff.relay;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import org.springframework.stereotype.Component;

/**
 * Makes {@code @odata.nextLink} lead to this service: Defender's address is cut off, and
 * what remains is the same path here. Bytes are searched, nothing is parsed: in JSON text
 * the quoted name followed by a colon can only be a property.
 */
@Component
final class NextLinks {

	private static final byte[] NAME = "\"@odata.nextLink\"".getBytes(StandardCharsets.US_ASCII);

	private final byte[] prefix;

	NextLinks(UpstreamProperties properties) {
		var base = properties.baseUrl().toString();
		this.prefix = (base.endsWith("/") ? base.substring(0, base.length() - 1) : base)
			.getBytes(StandardCharsets.US_ASCII);
	}

	/**
	 * The same text with its links rewritten; the same array when it has none.
	 * @throws UpstreamFailure if a link leads anywhere else than to Defender's API
	 */
	byte[] rewrite(byte[] json) {
		var name = indexOf(json, NAME, 0);
		if (name < 0) {
			return json;
		}
		var result = new ByteArrayOutputStream(json.length);
		var copied = 0;
		while (name >= 0) {
			var value = valueAfter(json, name + NAME.length);
			if (value >= 0) {
				var end = value + this.prefix.length;
				if (!startsWith(json, this.prefix, value) || !leadsToApi(json, end)) {
					throw UpstreamFailure.invalidAnswer("Defender's answer links to a host that is not Defender's.");
				}
				result.write(json, copied, value - copied);
				copied = end;
			}
			name = indexOf(json, NAME, name + NAME.length);
		}
		result.write(json, copied, json.length - copied);
		return result.toByteArray();
	}

	/**
	 * Where the text of the string value begins; -1 where the name is not a property with
	 * one.
	 */
	private static int valueAfter(byte[] json, int from) {
		var colon = skipSpace(json, from);
		if (colon >= json.length || json[colon] != ':') {
			return -1;
		}
		var quote = skipSpace(json, colon + 1);
		return (quote < json.length && json[quote] == '"') ? quote + 1 : -1;
	}

	private static int skipSpace(byte[] json, int from) {
		var at = from;
		while (at < json.length && isSpace(json[at])) {
			at++;
		}
		return at;
	}

	/** Whether it is white space of JSON (RFC 8259 section 2). */
	static boolean isSpace(byte character) {
		return character == ' ' || character == '\n' || character == '\r' || character == '\t';
	}

	private static boolean leadsToApi(byte[] json, int at) {
		return startsWith(json, "/api/".getBytes(StandardCharsets.US_ASCII), at);
	}

	private static int indexOf(byte[] text, byte[] wanted, int from) {
		for (var at = from; at <= text.length - wanted.length; at++) {
			if (text[at] == wanted[0] && startsWith(text, wanted, at)) {
				return at;
			}
		}
		return -1;
	}

	private static boolean startsWith(byte[] text, byte[] wanted, int at) {
		return at + wanted.length <= text.length
				&& Arrays.equals(text, at, at + wanted.length, wanted, 0, wanted.length);
	}

}
