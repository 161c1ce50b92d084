package io.github.defenderbff.relay;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.Objects;

import io.github.defenderbff.policy.Decision;
import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.signin.Caller;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/**
 * Turns Defender's answer into ours: failures into problems, links into our own paths.
 */
final class Translate implements Stage {

	private static final byte[] EMPTY_COLLECTION = "{\"value\":[]}".getBytes(StandardCharsets.UTF_8);

	private static final Duration DEFAULT_RETRY = Duration.ofSeconds(30);

	/** Longer than any error Defender tells. */
	private static final int LONGEST_ERROR = 65_536;

	private final Send send;

	private final NextLinks links;

	private final Secrets secrets;

	private final ObjectProvider<DownloadLinks> downloads;

	private final JsonMapper json;

	private final Clock clock;

	private final int heldAnswer;

	private final int maximumAnswer;

	Translate(Send send, NextLinks links, ObjectProvider<DownloadLinks> downloads, JsonMapper json, Clock clock,
			UpstreamProperties properties) {
		this.send = send;
		this.links = links;
		this.secrets = new Secrets(json);
		this.downloads = downloads;
		this.json = json;
		this.clock = clock;
		this.heldAnswer = Math.toIntExact(properties.heldAnswer().toBytes());
		this.maximumAnswer = Math.toIntExact(properties.maximumAnswer().toBytes());
	}

	@Override
	public Payload<?> answer(Call call) {
		var answer = this.send.send(call);
		if (answer.status().is2xxSuccessful()) {
			var payload = success(call, answer);
			return forbidsStoring(answer.headers()) ? payload.neverStored() : payload;
		}
		var error = UpstreamError.read(answer.whole(LONGEST_ERROR), this.json);
		if (answer.status().value() == 404 && saysEmpty(call, error)) {
			return Payload.received(200, EMPTY_COLLECTION, this.clock.instant());
		}
		throw failure(call, answer, error);
	}

	/** Whether "not found" is Defender's way of saying that a list is empty. */
	private static boolean saysEmpty(Call call, UpstreamError error) {
		var odata = call.operation().odata();
		return odata != null && odata.emptyIsNotFound() && error.code() != null;
	}

	/** Small answers are held, and can be kept; large ones pass as they come. */
	private Payload<?> success(Call call, UpstreamAnswer answer) {
		var status = answer.status().value();
		var special = call.operation().answer();
		if (!special.isPlain()) {
			var hidden = this.secrets.hide(answer.whole(this.maximumAnswer), special, (link) -> instead(link, call));
			return Payload.received(status, this.links.rewrite(hidden), this.clock.instant());
		}
		var head = answer.begin(this.heldAnswer);
		if (head.length > 0 && !isJson(answer.headers())) {
			answer.close();
			throw JsonText.incomplete();
		}
		if (head.length > this.heldAnswer) {
			var all = new SequenceInputStream(new ByteArrayInputStream(head), answer.rest());
			return Payload.arriving(status, inOurForm(call, all), this.clock.instant());
		}
		answer.close();
		if (head.length > 0 && !JsonText.isComplete(head)) {
			throw JsonText.incomplete();
		}
		return Payload.received(status, inOurForm(call, head), this.clock.instant());
	}

	/**
	 * What arrives, as Defender would say it, with our links, and not more than may be.
	 */
	private InputStream inOurForm(Call call, InputStream json) {
		var detour = call.operation().detour();
		var rules = call.operation().guardrail();
		var ours = (detour != null) ? detour.translation().apply(json) : this.links.rewrite(JsonText.checked(json));
		return (rules != null) ? new BoundedBody(ours, rules.largestAnswer()) : ours;
	}

	private byte[] inOurForm(Call call, byte[] json) {
		if (call.operation().detour() == null && call.operation().guardrail() == null) {
			return this.links.rewrite(json);
		}
		try (var ours = inOurForm(call, new ByteArrayInputStream(json))) {
			return ours.readAllBytes();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** A browser gets no link that needs no sign-in; an application is none. */
	private String instead(String link, Call call) {
		return (call.caller() instanceof Caller.Delegated person)
				? this.downloads.getObject().inPlaceOf(link, person, call.deed()) : link;
	}

	private static boolean forbidsStoring(HttpHeaders headers) {
		return headers.getOrEmpty(HttpHeaders.CACHE_CONTROL)
			.stream()
			.flatMap((line) -> Arrays.stream(line.split(",")))
			.anyMatch((directive) -> "no-store".equalsIgnoreCase(directive.trim()));
	}

	private static boolean isJson(HttpHeaders headers) {
		try {
			var type = headers.getContentType();
			return type == null || type.isCompatibleWith(MediaType.APPLICATION_JSON);
		}
		catch (InvalidMediaTypeException _) {
			return false;
		}
	}

	private Failure failure(Call call, UpstreamAnswer answer, UpstreamError error) {
		var status = answer.status().value();
		return switch (status) {
			case 401 ->
				AuthenticationChallenge.demandedClaims(answer.headers().getOrEmpty(HttpHeaders.WWW_AUTHENTICATE))
					.<Failure>map(ClaimsDemanded::new)
					.orElseGet(TokenRejected::new);
			case 403, 404 -> missing(call, status, error);
			case 429 -> new Throttled(Objects.requireNonNullElse(answer.retryAfter(), DEFAULT_RETRY), error);
			default -> (status >= 400 && status < 500) ? UpstreamFailure.status(ProblemType.UPSTREAM_REJECTED_REQUEST,
					rejected(call, error), status, error) : failed(answer, status, error);
		};
	}

	private static UpstreamFailure failed(UpstreamAnswer answer, int status, UpstreamError error) {
		var failure = UpstreamFailure.status(ProblemType.UPSTREAM_FAILED,
				"Defender answered with an error of its own. Try again in a moment.", status, error);
		var wait = answer.retryAfter();
		if (status == 503 && wait != null) {
			failure.notBefore(wait);
		}
		return failure;
	}

	/**
	 * Of a query Defender's own words are told: without them nobody finds the mistake.
	 */
	private static String rejected(Call call, UpstreamError error) {
		var query = HttpMethod.POST.equals(call.operation().method()) && !call.operation().stateChange();
		return (query && error.message() != null) ? "Defender did not accept the query: " + error.message()
				: "Defender did not accept the request; code says why.";
	}

	/**
	 * Refused, or not there. For a read of something that belongs to a device, and for a
	 * change that was let through without knowing the device, the two are told alike, or
	 * the answer would reveal devices that are not exposed to the person.
	 */
	private UpstreamFailure missing(Call call, int status, UpstreamError error) {
		if (call.operation().requirement().namesDevices()
				&& (!call.operation().stateChange() || call.decision() instanceof Decision.Unproven)) {
			return new UpstreamFailure(ProblemType.NOT_FOUND, call.operation().answer().signedLinks()
					? "There is nothing to download: not yet, or not of this action, or its device is not exposed to you."
					: "There is no such thing, or it belongs to a device group that is not exposed to you.", null);
		}
		if (status == 404) {
			return UpstreamFailure.status(ProblemType.NOT_FOUND, "Defender knows no such thing.", status, error);
		}
		var refused = new RefusedByDefender(new Reason.RefusedUpstream(error.code(), this.clock.instant()));
		refused.tell(status, error);
		return refused;
	}

}
