package io.github.defenderbff.relay;

import java.util.regex.Pattern;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * What Defender's error envelope says, as far as it is safe to repeat. Source: "Error
 * codes" of the API documentation.
 *
 * @param code the stable code, such as {@code ResourceNotFound}; null where there is none
 * @param target the correlation id for support; null where there is none
 * @param message its own words, to be repeated only where they speak of what the caller
 * wrote; null where there are none
 */
record UpstreamError(@Nullable String code, @Nullable String target, @Nullable String message) {

	/** Nothing was said. */
	static final UpstreamError NONE = new UpstreamError(null, null, null);

	private static final int LONGEST_MESSAGE = 500;

	/** Where Microsoft Graph has what Defender calls the target. */
	private static final String GRAPHS_TARGET = "/innerError/request-id";

	private static final Pattern CODE = Pattern.compile("[A-Za-z_]{1,64}");

	private static final Pattern TARGET = Pattern.compile("[A-Za-z0-9|._-]{1,128}");

	static UpstreamError read(byte[] body, JsonMapper json) {
		try {
			var error = json.readTree(body).path("error");
			return new UpstreamError(matching(CODE, error.path("code").stringValue(null)),
					matching(TARGET, error.path("target").stringValue(error.at(GRAPHS_TARGET).stringValue(null))),
					words(error.path("message").stringValue("")));
		}
		catch (JacksonException _) {
			return NONE;
		}
	}

	/** In one line, and not more than a person reads. */
	private static @Nullable String words(String message) {
		var line = message.replaceAll("\\p{Cntrl}+", " ").strip();
		return line.isEmpty() ? null : line.substring(0, Math.min(line.length(), LONGEST_MESSAGE));
	}

	private static @Nullable String matching(Pattern pattern, @Nullable String value) {
		return (value != null && pattern.matcher(value).matches()) ? value : null;
	}

}
