package io.github.defenderbff.relay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/**
 * Defender did not do what was asked. Its error code and correlation id ("target") are
 * told; its message, which may speak of internals, is not. {@code Proxy-Status} (RFC
 * 9209) says what happened on the other side.
 */
class UpstreamFailure extends Failure {

	private static final String PROXY_STATUS = "Proxy-Status";

	UpstreamFailure(ProblemType type, String detail, @Nullable Throwable cause) {
		super(type, detail, cause);
	}

	static UpstreamFailure noAnswer(IOException exception) {
		return switch (exception) {
			case HttpConnectTimeoutException _ -> of(ProblemType.UPSTREAM_UNREACHABLE, "connection_timeout", exception);
			case HttpTimeoutException _ -> of(ProblemType.UPSTREAM_TIMEOUT, "http_response_timeout", exception);
			case ConnectException _ -> of(ProblemType.UPSTREAM_UNREACHABLE, "connection_refused", exception);
			default -> of(ProblemType.UPSTREAM_UNREACHABLE, "connection_terminated", exception);
		};
	}

	private static UpstreamFailure of(ProblemType type, String error, Throwable cause) {
		var detail = switch (error) {
			case "http_response_timeout" -> "Defender did not answer in time. A change may or may not have been made.";
			case "connection_terminated" -> "The connection to Defender broke. A change may or may not have been made.";
			default -> "Defender could not be reached. Try again in a moment.";
		};
		var failure = new UpstreamFailure(type, detail, cause);
		failure.header(PROXY_STATUS, "defender-bff; error=" + error);
		return failure;
	}

	static UpstreamFailure invalidAnswer(String detail) {
		var failure = new UpstreamFailure(ProblemType.UPSTREAM_ANSWER_INVALID, detail, null);
		failure.header(PROXY_STATUS, "defender-bff; error=http_protocol_error");
		return failure;
	}

	static UpstreamFailure status(ProblemType type, String detail, int status, UpstreamError error) {
		var failure = new UpstreamFailure(type, detail, null);
		failure.tell(status, error);
		return failure;
	}

	final void tell(int status, UpstreamError error) {
		header(PROXY_STATUS, "defender-bff; received-status=" + status);
		if (error.code() != null) {
			member("code", error.code());
		}
		if (error.target() != null) {
			member("target", error.target());
		}
	}

}
