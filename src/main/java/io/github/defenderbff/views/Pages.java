package io.github.defenderbff.views;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.defenderbff.policy.Reason;
import io.github.defenderbff.problem.Failure;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.ProblemDetail;
import org.springframework.stereotype.Component;

/**
 * Writes views. The entity tag stands for what the parts say, and not for how old they
 * are, or no view would ever be the same.
 */
@Component
final class Pages {

	private static final byte[] BEGIN = text("{\"parts\":{");

	private static final byte[] BODY = text(",\"body\":");

	private static final byte[] END_OF_PART = text("}");

	private static final byte[] END = text("}}");

	private final JsonMapper json;

	private final Clock clock;

	Pages(JsonMapper json, Clock clock) {
		this.json = json;
		this.clock = clock;
	}

	Page of(List<Answered> answers) {
		var pieces = new ArrayList<byte[]>();
		var content = new StringBuilder();
		pieces.add(BEGIN);
		for (var answer : answers) {
			var name = this.json.writeValueAsString(answer.wanted().name());
			pieces.add(text(((pieces.size() > 1) ? "," : "") + name + ":"));
			write(answer, pieces);
			content.append(name).append(content(answer.part())).append('\n');
		}
		pieces.add(END);
		return new Page(pieces, "\"" + Digest.of(text(content.toString())) + "\"");
	}

	private void write(Answered answer, List<byte[]> pieces) {
		var head = this.json.writeValueAsBytes(head(answer));
		if (answer.part() instanceof Part.Loaded(var body, var _, var _)) {
			pieces.add(Arrays.copyOf(head, head.length - END_OF_PART.length));
			pieces.add(BODY);
			pieces.add(body);
			pieces.add(END_OF_PART);
			return;
		}
		pieces.add(head);
	}

	private Head head(Answered answer) {
		var operation = answer.wanted().operation();
		var href = answer.href();
		return switch (answer.part()) {
			case Part.Loaded(var _, var _, var asOf) ->
				new Head(State.LOADED, operation, href, asOf, age(asOf), null, null, null, null);
			case Part.Denied(var reasons, var _) ->
				new Head(State.DENIED, operation, href, null, null, reasons, null, null, null);
			case Part.Unavailable(var failure) -> new Head(State.UNAVAILABLE, operation, href, null, null, null,
					failure.getBody(), retryAfter(failure), null);
			case Part.Skipped(var why) -> new Head(State.SKIPPED, operation, null, null, null, null, null, null, why);
		};
	}

	private long age(Instant asOf) {
		return Math.max(0, Duration.between(asOf, this.clock.instant()).toSeconds());
	}

	private static @Nullable Long retryAfter(Failure failure) {
		var seconds = failure.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
		return (seconds != null) ? Long.valueOf(seconds) : null;
	}

	private String content(Part part) {
		return switch (part) {
			case Part.Loaded(var _, var tag, var _) -> tag;
			case Part.Denied(var reasons, var _) -> this.json.writeValueAsString(reasons);
			case Part.Unavailable(var failure) -> this.json.writeValueAsString(failure.getBody()) + retryAfter(failure);
			case Part.Skipped(var why) -> why;
		};
	}

	private static byte[] text(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

	/**
	 * All of a part but its body.
	 *
	 * @param state what became of it
	 * @param operation the operation that answers the same on its own
	 * @param href the path of that
	 * @param asOf when Defender gave it
	 * @param age how many seconds ago that was
	 * @param reasons why it is denied
	 * @param problem what its own operation would answer
	 * @param retryAfter the seconds after which it may be there
	 * @param why why it is skipped
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	private record Head(State state, String operation, @Nullable String href, @Nullable Instant asOf,
			@Nullable Long age, @Nullable List<Reason> reasons, @Nullable ProblemDetail problem,
			@Nullable Long retryAfter, @Nullable String why) {

	}

}
