package io.github.defenderbff.relay;

import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Remembers of requests that were answered in full what they ask for. That follows from
 * address and Accept header alone, so it never gets out of date.
 */
final class KnownRequests {

	private static final int MAXIMUM_CHARACTERS = 4_000_000;

	/** What was asked of this request, and not by whom. */
	private static final String SERVED = KnownRequests.class.getName();

	/** The headers that are the same in each answer to each person. */
	private static final Set<String> OF_EACH_ANSWER = Set.of("content-security-policy", "referrer-policy",
			"strict-transport-security", "vary", "x-content-type-options", "x-frame-options", "x-xss-protection");

	private final Cache<Address, KnownRequest> known = Caffeine.newBuilder()
		.executor(Runnable::run)
		.maximumWeight(MAXIMUM_CHARACTERS)
		.<Address, KnownRequest>weigher((address, _) -> address.length())
		.build();

	/**
	 * Notes that a call was made for the request under way; of several, none is its
	 * answer.
	 */
	static void serve(Call call) {
		if (RequestContextHolder.getRequestAttributes() instanceof ServletRequestAttributes attributes) {
			var request = attributes.getRequest();
			request.setAttribute(SERVED, (request.getAttribute(SERVED) == null) ? List.of(call) : List.of());
		}
	}

	@Nullable KnownRequest find(HttpServletRequest request) {
		return this.known.getIfPresent(Address.of(request));
	}

	/**
	 * Remembers a request that was answered from the cache, for it may be so again. Of
	 * other answers, which calls may have been made for, none says that it was.
	 */
	void learn(HttpServletRequest request, HttpServletResponse response) {
		if (request.getAttribute(SERVED) instanceof List<?> served && served.size() == 1
				&& served.getFirst() instanceof Call call && response.getStatus() == HttpServletResponse.SC_OK
				&& CacheStatus.isHit(response.getHeader(CacheStatus.HEADER))
				&& response.getHeader(HttpHeaders.ETAG) != null && response.getHeader(HttpHeaders.SET_COOKIE) == null
				&& request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof String pattern) {
			this.known.put(Address.of(request), new KnownRequest(call.operation(), call.path(), call.query(), pattern,
					MediaType.parseMediaType(response.getContentType()), headers(response)));
		}
	}

	private static List<Map.Entry<String, String>> headers(HttpServletResponse response) {
		return response.getHeaderNames()
			.stream()
			.distinct()
			.filter((name) -> OF_EACH_ANSWER.contains(name.toLowerCase(Locale.ROOT)))
			.flatMap((name) -> values(name, response.getHeaders(name)))
			.toList();
	}

	/** Which encodings are accepted is for the answer to say. */
	private static Stream<Map.Entry<String, String>> values(String name, Collection<String> values) {
		return values.stream()
			.filter((value) -> !HttpHeaders.ACCEPT_ENCODING.equalsIgnoreCase(value))
			.map((value) -> Map.entry(name, value));
	}

	/** All of a request that decides what it asks for, and what its answer looks like. */
	private record Address(String path, @Nullable String query, List<String> accept, boolean secure) {

		static Address of(HttpServletRequest request) {
			return new Address(request.getRequestURI(), request.getQueryString(),
					Collections.list(request.getHeaders(HttpHeaders.ACCEPT)), request.isSecure());
		}

		int length() {
			return this.path.length() + ((this.query != null) ? this.query.length() : 0)
					+ this.accept.stream().mapToInt(String::length).sum() + 256;
		}

	}

}
