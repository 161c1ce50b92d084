package io.github.defenderbff.relay;

import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;

/**
 * Defender did not do what was asked. Its error code and correlation id ("target") are
 * told; its message, which may speak of internals, is not. {@code Proxy-Status} (RFC
 * 9209) says what happened on the other side.
 */
class UpstreamFailure extends Failure {

	private static final String PROXY_STATUS = "Proxy-Status";

	private static final String MAYBE = " A change may or may not have been made.";

	private final Fate fate;

	private @Nullable Duration notBefore;

	/** An answer of Defender's. */
	UpstreamFailure(ProblemType type, String detail, @Nullable Throwable cause) {
		this(type, Fate.ANSWERED, detail, cause);
	}

	private UpstreamFailure(ProblemType type, Fate fate, String detail, @Nullable Throwable cause) {
		super(type, detail, cause);
		this.fate = fate;
	}

	/** No answer, or only a part of one. */
	static UpstreamFailure noAnswer(IOException exception) {
		if (Thread.currentThread().isInterrupted()) {
			return of(ProblemType.UPSTREAM_UNREACHABLE, Fate.GIVEN_UP, "connection_terminated",
					"The call was given up." + MAYBE, exception);
		}
		return switch (exception) {
			case ConnectTimeoutException _ -> unconnected("connection_timeout", exception);
			case SocketTimeoutException _ -> of(ProblemType.UPSTREAM_TIMEOUT, Fate.UNANSWERED, "http_response_timeout",
					"Defender did not answer in time." + MAYBE, exception);
			case ConnectException _ -> unconnected("connection_refused", exception);
			case NoRouteToHostException _ -> unconnected("destination_ip_unroutable", exception);
			case UnknownHostException _ -> unconnected("dns_error", exception);
			default -> of(ProblemType.UPSTREAM_UNREACHABLE, Fate.CUT_OFF, "connection_terminated",
					"The connection to Defender broke." + MAYBE, exception);
		};
	}

	private static UpstreamFailure unconnected(String error, Throwable cause) {
		return of(ProblemType.UPSTREAM_UNREACHABLE, Fate.UNCONNECTED, error,
				"Defender could not be reached. Try again in a moment.", cause);
	}

	/** Defender failed so often that it is left alone for a while. */
	static UpstreamFailure unavailable(Duration left) {
		var failure = of(ProblemType.UPSTREAM_UNAVAILABLE, Fate.HELD_BACK, "destination_unavailable",
				"Defender failed too often just now and is left alone for a moment. Nothing was sent.", null);
		failure.notBefore(left);
		return failure;
	}

	/** As many calls are under way as may be. */
	static UpstreamFailure busy() {
		return busy(Fate.HELD_BACK, "Too many calls to Defender are under way.");
	}

	/** Defender answered, and there is no place for so large an answer. */
	static UpstreamFailure answerTooMany() {
		return busy(Fate.ANSWERED, "Too many large answers of Defender are on their way.");
	}

	private static UpstreamFailure busy(Fate fate, String why) {
		var failure = of(ProblemType.UPSTREAM_BUSY, fate, "connection_limit_reached",
				why + " Nothing was changed; try again in a moment.", null);
		failure.notBefore(Duration.ofSeconds(1));
		return failure;
	}

	/** The call's time was over before it could be sent. */
	static UpstreamFailure tooLate() {
		return of(ProblemType.UPSTREAM_TIMEOUT, Fate.HELD_BACK, "http_response_timeout",
				"The time for this call was over before it could be sent. Nothing was sent.", null);
	}

	private static UpstreamFailure of(ProblemType type, Fate fate, String error, String detail,
			@Nullable Throwable cause) {
		var failure = new UpstreamFailure(type, fate, detail, cause);
		failure.header(PROXY_STATUS, "defender-bff; error=" + error);
		return failure;
	}

	static UpstreamFailure invalidAnswer(String detail) {
		return of(ProblemType.UPSTREAM_ANSWER_INVALID, Fate.ANSWERED, "http_protocol_error", detail, null);
	}

	static UpstreamFailure status(ProblemType type, String detail, int status, UpstreamError error) {
		var failure = new UpstreamFailure(type, fate(status), detail, null);
		failure.tell(status, error);
		return failure;
	}

	private static Fate fate(int status) {
		return switch (status) {
			case 502, 503, 504 -> Fate.TURNED_AWAY;
			default -> (status >= 500) ? Fate.FAILED : Fate.ANSWERED;
		};
	}

	/** Whether Defender may still be at work on it. */
	final boolean leavesItRunning() {
		return switch (this.fate) {
			case CUT_OFF, UNANSWERED, GIVEN_UP -> true;
			case HELD_BACK, UNCONNECTED, TURNED_AWAY, FAILED, ANSWERED -> false;
		};
	}

	/**
	 * Whether Defender may have done what was asked; it may also have, where its answer
	 * makes no sense.
	 */
	final boolean mayHaveBeenDone() {
		return switch (this.fate) {
			case CUT_OFF, UNANSWERED, GIVEN_UP, TURNED_AWAY, FAILED -> true;
			case ANSWERED -> type() == ProblemType.UPSTREAM_ANSWER_INVALID;
			case HELD_BACK, UNCONNECTED -> false;
		};
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

	/** Says when trying again may help. */
	final void notBefore(Duration wait) {
		this.notBefore = wait;
		header(HttpHeaders.RETRY_AFTER, Long.toString(Math.max(1, wait.plusMillis(999).toSeconds())));
	}

	/** How long to wait before trying again; null where nobody said. */
	@Nullable Duration retryAfter() {
		return this.notBefore;
	}

	/** What became of the call. */
	final Fate fate() {
		return this.fate;
	}

	/**
	 * Whether it is trouble on Defender's side, and not with what was asked: an older
	 * answer, where there is one, is then better than none.
	 */
	final boolean ofDefender() {
		return this.fate.isTrouble();
	}

}
