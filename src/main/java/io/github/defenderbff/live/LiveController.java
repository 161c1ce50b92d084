package io.github.defenderbff.live;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

import io.github.defenderbff.relay.OData;
import io.github.defenderbff.relay.ODataQuery;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RestController;

/**
 * Opens streams. What is wrong from the beginning is told as a problem, before there is
 * one.
 */
@RestController
@Tag(name = "Live", description = "What is happening, as server-sent events. For people only.")
class LiveController {

	private static final String EXAMPLE = "b54f1f2c-30f8-4f52-a6ea-05c4f1a4d2f0";

	private static final String FROM = "Last-Event-ID";

	private static final String RESUME = "Where an earlier stream broke off; browsers send it by themselves";

	private final Streams streams;

	private final Pollers pollers;

	private final Permissions permissions;

	private final LiveProperties properties;

	private final JsonMapper json;

	private final Words words;

	private final Clock clock;

	LiveController(Streams streams, Pollers pollers, Permissions permissions, LiveProperties properties,
			JsonMapper json, Words words, Clock clock) {
		this.streams = streams;
		this.pollers = pollers;
		this.permissions = permissions;
		this.properties = properties;
		this.json = json;
		this.words = words;
		this.clock = clock;
	}

	@GetMapping(path = "/api/live/machineactions/{id}", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(operationId = "live.machineAction", summary = "Follow a response action until it ends",
			description = "Events: **progress** whenever it changed; **end** after the last one. 204 to who has been "
					+ "told the end.")
	@ApiResponse(responseCode = "200", description = "Progress, as it is made",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
					schema = @Schema(implementation = Progress.class)))
	@ApiResponse(responseCode = "204", description = "It ended, and the end was told", content = @Content)
	void machineAction(
			@PathVariable @Pattern(regexp = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}",
					message = "must be a machine action id, which is a GUID") @Parameter(
							description = "The machine action id", example = EXAMPLE) String id,
			@RequestHeader(name = FROM, required = false) @Parameter(description = RESUME) @Nullable String from,
			HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
		var source = ActionSource.of(id, this.properties, this.json, this.words);
		var viewer = Viewer.of(request);
		try (var place = this.streams.take(viewer)) {
			var first = first(viewer, source, this.clock.instant());
			if (first.last() != null && first.last().equals(from)) {
				response.setStatus(HttpServletResponse.SC_NO_CONTENT);
				return;
			}
			open(place, viewer, source, from, request, response).begin(first);
		}
	}

	@GetMapping(path = "/api/live/alerts", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(operationId = "live.alerts", summary = "Be told of new and changed alerts",
			description = "Events: **alert**, as Defender shows it in the list; **reset** where more changed than is "
					+ "told one by one. It begins with what changed in the last two minutes, and may tell an alert "
					+ "twice after it was resumed.")
	@ApiResponse(responseCode = "200", description = "Alerts, as they change",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
					schema = @Schema(type = "object", description = "An alert")))
	@Parameter(in = ParameterIn.QUERY, name = "$filter", description = "Which alerts, as alerts.list takes it",
			schema = @Schema(type = "string"))
	@Parameter(in = ParameterIn.QUERY, name = "$expand", description = "What to include, as alerts.list takes it",
			schema = @Schema(type = "string", allowableValues = "evidence"))
	@OData(filter = { "alertCreationTime", "lastUpdateTime", "incidentId", "investigationId", "id", "assignedTo",
			"detectionSource", "lastEventTime", "status", "severity", "category" }, expand = "evidence", top = 0,
			skip = false)
	void alerts(ODataQuery query,
			@RequestHeader(name = FROM, required = false) @Parameter(description = RESUME) @Nullable String from,
			HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
		var source = AlertSource.of(query, this.properties, this.json, this.words);
		var viewer = Viewer.of(request);
		var now = this.clock.instant();
		var since = since(from, now);
		try (var place = this.streams.take(viewer)) {
			var first = first(viewer, source, (since != null) ? since : now);
			var watch = open(place, viewer, source, null, request, response);
			if (from != null && since == null) {
				watch.tell(List.of(this.words.reset(FROM)));
			}
			watch.begin(first);
		}
	}

	@GetMapping(path = "/api/live/permissions", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(operationId = "live.permissions", summary = "Be told when what I may do is another thing",
			description = "Events: **permissions** when the answer of me.permissions is another one than before; "
					+ "**session** when the session is over. Defender is not asked.")
	@ApiResponse(responseCode = "200", description = "That it changed",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE,
					schema = @Schema(type = "object", description = "Since when")))
	void permissions(
			@RequestHeader(name = FROM, required = false) @Parameter(description = RESUME) @Nullable String from,
			HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
		var viewer = Viewer.of(request);
		try (var place = this.streams.take(viewer)) {
			place.open(request, response,
					(stream) -> PermissionWatch.begin(viewer, stream, this.words, this.permissions, from));
		}
	}

	private News first(Viewer viewer, Source source, Instant since) {
		return source.news(this.pollers.calls().make(viewer.caller(), source.call(since)));
	}

	private AnswerWatch open(Streams.Place place, Viewer viewer, Source source, @Nullable String known,
			HttpServletRequest request, HttpServletResponse response) throws IOException, ServletException {
		var calls = this.pollers.calls();
		var watch = place.open(request, response,
				(stream) -> new AnswerWatch(viewer, stream, this.words, source, calls, this.pollers));
		watch.knows(known);
		return watch;
	}

	/** When the earlier stream broke off; null where that is too long ago. */
	private @Nullable Instant since(@Nullable String from, Instant now) {
		if (from == null || !from.matches("\\d{1,15}")) {
			return null;
		}
		var since = Instant.ofEpochMilli(Long.parseLong(from));
		return (since.isAfter(now.minus(this.properties.resumable())) && !since.isAfter(now)) ? since : null;
	}

}
