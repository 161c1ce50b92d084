package io.github.sandbox.defender;

import java.io.IOException;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import jakarta.servlet.http.HttpServletRequest;
import org.jspecify.annotations.Nullable;

import org.springframework.util.StringUtils;

/**
 * A request as it came in.
 *
 * @param method the HTTP method
 * @param url the address without query, as the client wrote it
 * @param query the query string, perhaps empty
 * @param headers the headers, whatever their case
 * @param body the body, perhaps empty
 */
@SuppressWarnings("ArrayRecordComponent")
record Inbound(String method, URI url, String query, Map<String, List<String>> headers, byte[] body) {

	private static final String VERSION = "/api/v1.0/";

	static Inbound of(HttpServletRequest request) throws IOException {
		Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		Collections.list(request.getHeaderNames())
			.forEach((name) -> headers.put(name, Collections.list(request.getHeaders(name))));
		@Nullable String query = request.getQueryString();
		return new Inbound(request.getMethod(), URI.create(request.getRequestURL().toString()),
				(query != null) ? query : "", headers, request.getInputStream().readAllBytes());
	}

	@Nullable String authorization() {
		return this.headers.getOrDefault("Authorization", List.of("")).getFirst();
	}

	/** The decoded path without the version that may follow {@code /api}. */
	String path() {
		String path = StringUtils.uriDecode(this.url.getRawPath(), StandardCharsets.UTF_8);
		return path.regionMatches(true, 0, VERSION, 0, VERSION.length()) ? "/api/" + path.substring(VERSION.length())
				: path;
	}

	/** The decoded query parameters; the first of a name wins. */
	Map<String, String> parameters() {
		Map<String, String> parameters = new LinkedHashMap<>();
		for (String pair : StringUtils.delimitedListToStringArray(this.query, "&")) {
			int equals = pair.indexOf('=');
			if (equals > 0) {
				parameters.putIfAbsent(decoded(pair.substring(0, equals)), decoded(pair.substring(equals + 1)));
			}
		}
		return parameters;
	}

	ReceivedRequest received(Identity identity) {
		@Nullable String objectId = (identity instanceof Caller caller) ? caller.objectId() : null;
		boolean application = identity instanceof Caller caller && caller.grant().application();
		String pathAndQuery = this.url.getRawPath() + (this.query.isEmpty() ? "" : "?" + this.query);
		Map<String, List<String>> shown = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		shown.putAll(this.headers);
		shown.remove("Authorization");
		return new ReceivedRequest(this.method, pathAndQuery, objectId, application, shown);
	}

	private static String decoded(String value) {
		try {
			return URLDecoder.decode(value, StandardCharsets.UTF_8);
		}
		catch (IllegalArgumentException _) {
			throw Refusal.badRequest("BadRequest", "The query string is not properly encoded.");
		}
	}

}
