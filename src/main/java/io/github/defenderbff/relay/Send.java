package io.github.defenderbff.relay;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.HashMap;
import java.util.Objects;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends a call to the configured host and nowhere else: redirects are not followed, and
 * of the frontend's headers none is passed on.
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
			.version(version(this.baseUrl))
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(properties.connectTimeout())
			.build();
	}

	/** HTTP/2 needs TLS here: on plain http the JDK's client would try to upgrade. */
	private static HttpClient.Version version(URI address) {
		return "https".equals(address.getScheme()) ? HttpClient.Version.HTTP_2 : HttpClient.Version.HTTP_1_1;
	}

	/**
	 * Sends the call.
	 * @throws UpstreamFailure if no answer begins
	 */
	UpstreamAnswer send(Call call) {
		try {
			return answer(this.http.send(request(call), BodyHandlers.ofInputStream()));
		}
		catch (IOException ex) {
			throw UpstreamFailure.noAnswer(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw UpstreamFailure.noAnswer(new IOException(ex));
		}
	}

	private HttpRequest request(Call call) {
		var token = Objects.requireNonNull(call.token(), "a call is sent with a token or not at all");
		var request = HttpRequest.newBuilder(address(call))
			.timeout(Objects.requireNonNullElse(call.operation().patience(), this.readTimeout))
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
