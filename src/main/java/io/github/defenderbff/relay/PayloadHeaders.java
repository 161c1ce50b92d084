package io.github.defenderbff.relay;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Duration;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.core.MethodParameter;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.converter.HttpMessageConverter;
import org.springframework.http.server.ServerHttpRequest;
import org.springframework.http.server.ServerHttpResponse;
import org.springframework.http.server.ServletServerHttpRequest;
import org.springframework.http.server.ServletServerHttpResponse;
import org.springframework.web.bind.annotation.ControllerAdvice;
import org.springframework.web.servlet.mvc.method.annotation.ResponseBodyAdvice;

/**
 * Gives a payload its status and the headers a browser's cache needs (RFC 9111, RFC
 * 9211), and answers 304 to who already has it.
 */
@ControllerAdvice
final class PayloadHeaders implements ResponseBodyAdvice<Payload<?>> {

	private final PayloadConverter converter = new PayloadConverter();

	private final Clock clock;

	PayloadHeaders(Clock clock) {
		this.clock = clock;
	}

	@Override
	public boolean supports(MethodParameter returnType, Class<? extends HttpMessageConverter<?>> converter) {
		return returnType.getParameterType() == Payload.class;
	}

	@Override
	public @Nullable Payload<?> beforeBodyWrite(@Nullable Payload<?> payload, MethodParameter returnType,
			MediaType mediaType, Class<? extends HttpMessageConverter<?>> converter, ServerHttpRequest request,
			ServerHttpResponse response) {
		return (payload != null) ? describe(payload, request, response) : null;
	}

	/** Writes head and body of an answer as the web layer does. */
	void write(Payload<?> payload, MediaType contentType, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		try (var out = new ServletServerHttpResponse(response)) {
			var body = describe(payload, new ServletServerHttpRequest(request), out);
			if (body != null) {
				this.converter.write(body, contentType, out);
			}
		}
	}

	/** Writes the head; the answer is what is left to be written, null for nothing. */
	private @Nullable Payload<?> describe(Payload<?> payload, ServerHttpRequest request, ServerHttpResponse response) {
		response.setStatusCode(HttpStatusCode.valueOf(payload.status()));
		var headers = response.getHeaders();
		headers.set(CacheStatus.HEADER, payload.cacheStatus().header());
		var rateLimits = payload.rateLimits();
		if (rateLimits != null) {
			rateLimits.tell(headers);
		}
		var etag = HttpMethod.GET.equals(request.getMethod()) ? payload.etag() : null;
		if (etag == null) {
			headers.set(HttpHeaders.CACHE_CONTROL, "no-store");
			return payload;
		}
		headers.set(HttpHeaders.CACHE_CONTROL, "private, no-cache");
		headers.add(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
		var age = Duration.between(payload.receivedAt(), this.clock.instant()).toSeconds();
		headers.set(HttpHeaders.AGE, Long.toString(Math.max(0, age)));
		var gzipped = GzipAccepted.by(request.getHeaders()) ? payload.gzipped() : null;
		headers.set(HttpHeaders.ETAG, (gzipped != null) ? EntityTag.ofGzip(etag) : etag);
		if (EntityTag.isNamedIn(request.getHeaders(), etag)) {
			response.setStatusCode(HttpStatus.NOT_MODIFIED);
			return sendWithoutBody(response);
		}
		if (gzipped != null) {
			headers.set(HttpHeaders.CONTENT_ENCODING, "gzip");
			return gzipped;
		}
		return payload;
	}

	private static @Nullable Payload<?> sendWithoutBody(ServerHttpResponse response) {
		try {
			response.flush();
			return null;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
