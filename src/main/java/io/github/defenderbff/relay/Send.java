package io.github.defenderbff.relay;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.util.HashMap;
import java.util.Objects;

import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.client.ClientHttpResponse;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.client.RestClient;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Sends a call to the configured host and nowhere else: redirects are not followed, and
 * of the frontend's headers none is passed on.
 */
@Component
final class Send {

	private final RestClient http;

	private final URI baseUrl;

	private final int maximumAnswer;

	Send(UpstreamProperties properties) {
		this.baseUrl = properties.baseUrl();
		this.maximumAnswer = Math.toIntExact(properties.maximumAnswer().toBytes());
		this.http = RestClient.builder().requestFactory(requestFactory(properties)).build();
	}

	/** HTTP/2 needs TLS here: on plain http the JDK's client would try to upgrade. */
	private static JdkClientHttpRequestFactory requestFactory(UpstreamProperties properties) {
		var version = "https".equals(properties.baseUrl().getScheme()) ? HttpClient.Version.HTTP_2
				: HttpClient.Version.HTTP_1_1;
		var factory = new JdkClientHttpRequestFactory(HttpClient.newBuilder()
			.version(version)
			.followRedirects(HttpClient.Redirect.NEVER)
			.connectTimeout(properties.connectTimeout())
			.build());
		factory.setReadTimeout(properties.readTimeout());
		return factory;
	}

	/**
	 * Sends the call.
	 * @throws UpstreamFailure if there is no answer, or it is too large
	 */
	UpstreamAnswer send(Call call) {
		var token = Objects.requireNonNull(call.token(), "a call is sent with a token or not at all");
		var request = this.http.method(call.operation().method())
			.uri(address(call))
			.header(HttpHeaders.AUTHORIZATION, "Bearer " + token.value())
			.accept(MediaType.APPLICATION_JSON);
		var body = call.body();
		if (body != null) {
			request.contentType(MediaType.APPLICATION_JSON).body(body.bytes());
		}
		try {
			return Objects.requireNonNull(request.exchange((_, response) -> read(response)));
		}
		catch (ResourceAccessException ex) {
			throw UpstreamFailure.noAnswer(ex);
		}
	}

	private URI address(Call call) {
		var address = UriComponentsBuilder.fromUri(this.baseUrl).path(call.operation().path());
		call.query().forEach((name, _) -> address.queryParam(name, "{" + name.replace("$", "_") + "}"));
		var variables = new HashMap<String, Object>(call.path());
		call.query().forEach((name, value) -> variables.put(name.replace("$", "_"), value));
		return address.encode().buildAndExpand(variables).toUri();
	}

	private UpstreamAnswer read(ClientHttpResponse response) throws IOException {
		var bytes = response.getBody().readNBytes(this.maximumAnswer + 1);
		if (bytes.length > this.maximumAnswer) {
			throw UpstreamFailure.invalidAnswer("Defender's answer is larger than this service takes.");
		}
		return new UpstreamAnswer(response.getStatusCode(), response.getHeaders(), bytes);
	}

}
