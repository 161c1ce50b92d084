package io.github.defenderbff.relay;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends a call to the configured host and nowhere else: redirects are not followed, and
 * of the frontend's headers none is passed on. Each call has a connection of its own
 * (HTTP/1.1), so that who reads a large answer slowly holds up nobody else.
 */
@Component
final class Send {

	private final HttpClient http;

	private final URI baseUrl;

	private final Duration readTimeout;

	Send(UpstreamProperties properties) {
		this.baseUrl = properties.baseUrl();
		this.readTimeout = properties.readTimeout();
		this.http = HttpClient.newBuilder()
			.version(HttpClient.Version.HTTP_1_1)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(properties.connectTimeout())
			.build();
	}

	/**
	 * Sends the call.
	 * @throws UpstreamFailure if no answer begins
	 */
	UpstreamAnswer send(Call call) {
		var patience = Objects.requireNonNullElse(call.operation().patience(), this.readTimeout);
		var answer = this.http.sendAsync(request(call), BodyHandlers.ofInputStream());
		try {
			return answer(answer.get(patience.toMillis(), TimeUnit.MILLISECONDS));
		}
		catch (TimeoutException _) {
			answer.cancel(true);
			throw UpstreamFailure.noAnswer(new HttpTimeoutException("No answer within " + patience));
		}
		catch (ExecutionException ex) {
			throw UpstreamFailure
				.noAnswer((ex.getCause() instanceof IOException cause) ? cause : new IOException(ex.getCause()));
		}
		catch (InterruptedException ex) {
			answer.cancel(true);
			Thread.currentThread().interrupt();
			throw UpstreamFailure.noAnswer(new IOException(ex));
		}
	}

	private HttpRequest request(Call call) {
		var token = Objects.requireNonNull(call.token(), "a call is sent with a token or not at all");
		var request = HttpRequest.newBuilder(address(call))
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token.value())
			.header(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
		var publisher = switch (call.content()) {
			case null -> BodyPublishers.noBody();
			case Body<?> body -> {
				request.header(HttpHeaders.CONTENT_TYPE, MediaType.APPLICATION_JSON_VALUE);
				yield BodyPublishers.ofByteArray(body.bytes());
			}
			case Upload<?> upload -> {
				var form = MultipartForm.of(upload);
				request.header(HttpHeaders.CONTENT_TYPE, form.contentType());
				yield form.publisher();
			}
		};
		return request.method(call.operation().method().name(), publisher).build();
	}

	private URI address(Call call) {
		var address = UriComponentsBuilder.fromUri(this.baseUrl).path(call.operation().path());
		call.query().forEach((name, _) -> address.queryParam(name, "{" + name.replace("$", "_") + "}"));
		var variables = new HashMap<String, Object>(call.path());
		call.query().forEach((name, value) -> variables.put(name.replace("$", "_"), value));
		return address.encode().buildAndExpand(variables).toUri();
	}

	private UpstreamAnswer answer(HttpResponse<InputStream> response) {
		var headers = new HttpHeaders();
		response.headers().map().forEach(headers::addAll);
		return new UpstreamAnswer(HttpStatusCode.valueOf(response.statusCode()), headers,
				new UpstreamBody(response.body(), this.readTimeout));
	}

}
