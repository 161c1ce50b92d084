package io.github.defenderbff.relay;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;

import io.github.defenderbff.signin.Caller;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.MediaType;
import org.springframework.web.filter.ServerHttpObservationFilter;

/**
 * What a request turned out to ask for, whoever asks, and what every answer to it has in
 * its head.
 *
 * @param operation the operation
 * @param path the path variables
 * @param query the query parameters
 * @param pattern the path under which it is counted
 * @param contentType the media type that was agreed on
 * @param headers the headers that are the same in each answer
 */
record KnownRequest(Operation operation, Map<String, String> path, SortedMap<String, String> query, String pattern,
		MediaType contentType, List<Map.Entry<String, String>> headers) {

	/** The same, asked by somebody. */
	Call by(Caller caller) {
		return new Call(this.operation, caller, this.path, this.query, null, Terms.USUAL, null, null, null);
	}

	/** Writes the headers, and says what the request is counted under. */
	void describe(HttpServletRequest request, HttpServletResponse response) {
		this.headers.forEach((header) -> response.addHeader(header.getKey(), header.getValue()));
		ServerHttpObservationFilter.findObservationContext(request)
			.ifPresent((context) -> context.setPathPattern(this.pattern));
	}

}
