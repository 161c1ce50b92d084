package io.github.defenderbff.relay;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Objects;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.config.RequestConfig;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ConnectionRequestTimeoutException;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.util.UriUtils;

/**
 * Sends a call to the configured host, or the one of its detour, and nowhere else:
 * redirects are not followed, and of the frontend's headers none is passed on. Each call
 * has a connection to itself (HTTP/1.1), so that who reads a large answer slowly holds up
 * nobody else.
 */
@Component
final class Send implements AutoCloseable {

	private static final ContentType JSON = ContentType.create(MediaType.APPLICATION_JSON_VALUE);

	/** For calls without a deadline. */
	private static final Duration LONGEST = Duration.ofHours(1);

	private final CloseableHttpClient http;

	private final String baseUrl;

	private final Duration readTimeout;

	private final Duration connectTimeout;

	private final RequestConfig usual;

	private final Clock clock;

	Send(UpstreamProperties upstream, CallProperties calls, Clock clock) {
		this.baseUrl = StringUtils.trimTrailingCharacter(upstream.baseUrl().toString(), '/');
		this.readTimeout = upstream.readTimeout();
		this.connectTimeout = upstream.connectTimeout();
		this.usual = Connections.request(this.readTimeout, this.connectTimeout);
		this.http = Connections.open(upstream, calls);
		this.clock = clock;
	}

	/**
	 * Sends the call.
	 * @throws UpstreamFailure if no answer begins
	 */
	UpstreamAnswer send(Call call) {
		var patience = call.terms()
			.left(Objects.requireNonNullElse(call.operation().patience(), this.readTimeout), this.clock);
		if (!patience.isPositive()) {
			throw UpstreamFailure.tooLate();
		}
		var request = request(call);
		request.setConfig(
				patience.equals(this.readTimeout) ? this.usual : Connections.request(patience, this.connectTimeout));
		var silence = Alarm.after(patience, request::cancel);
		try {
			var response = this.http.executeOpen(null, request, null);
			if (!silence.callOff()) {
				throw new IOException("Closed");
			}
			return answer(call, request, response);
		}
		catch (ConnectionRequestTimeoutException _) {
			throw UpstreamFailure.busy();
		}
		catch (IllegalArgumentException _) {
			request.cancel();
			throw UpstreamFailure.invalidAnswer("Defender's answer has a status that does not exist.");
		}
		catch (IOException ex) {
			throw UpstreamFailure
				.noAnswer(silence.rang() ? new SocketTimeoutException("No answer within " + patience) : ex);
		}
		finally {
			silence.callOff();
		}
	}

	private HttpUriRequestBase request(Call call) {
		var token = Objects.requireNonNull(call.token(), "a call is sent with a token or not at all");
		var detour = call.operation().detour();
		var request = new HttpUriRequestBase(call.operation().method().name(), (detour != null)
				? address(detour.baseUrl().toString(), detour.path(), call) : address(this.baseUrl, call));
		request.setHeader(HttpHeaders.AUTHORIZATION, "Bearer " + token.value());
		request.setHeader(HttpHeaders.ACCEPT, MediaType.APPLICATION_JSON_VALUE);
		switch (call.content()) {
			case null -> request.setEntity(null);
			case Body<?> body -> request.setEntity(new ByteArrayEntity(body.bytes(), JSON));
			case Upload<?> upload -> request.setEntity(MultipartForm.of(upload));
		}
		return request;
	}

	/** Everything in a value that could mean something is escaped. */
	static URI address(String baseUrl, Call call) {
		return address(baseUrl, call.operation().path(), call);
	}

	private static URI address(String baseUrl, String template, Call call) {
		var path = template;
		for (var variable : call.path().entrySet()) {
			path = path.replace("{" + variable.getKey() + "}", encoded(variable.getValue()));
		}
		var address = new StringBuilder(baseUrl).append(path);
		var separator = '?';
		for (var option : call.query().entrySet()) {
			address.append(separator).append(option.getKey()).append('=').append(encoded(option.getValue()));
			separator = '&';
		}
		return URI.create(address.toString());
	}

	private static String encoded(String value) {
		return UriUtils.encode(value, StandardCharsets.UTF_8);
	}

	private UpstreamAnswer answer(Call call, HttpUriRequestBase request, ClassicHttpResponse response)
			throws IOException {
		var headers = new HttpHeaders();
		for (var header : response.getHeaders()) {
			headers.add(header.getName(), header.getValue());
		}
		var entity = response.getEntity();
		var body = (entity != null) ? entity.getContent() : InputStream.nullInputStream();
		var status = HttpStatusCode.valueOf(response.getCode());
		var deadline = Alarm.after(call.terms().left(LONGEST, this.clock), request::cancel);
		return new UpstreamAnswer(status, headers, new UpstreamBody(body, deadline, request::cancel));
	}

	@Override
	public void close() throws IOException {
		this.http.close();
	}

}
