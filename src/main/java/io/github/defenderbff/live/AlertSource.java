package io.github.defenderbff.live;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.relay.OperationCall;
import io.github.defenderbff.relay.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Alerts that are new or changed. Defender may list one a while after the time it says it
 * changed at, so each answer overlaps the one before; a stream tells nothing twice.
 *
 * @param subject the call that asks for all of them
 * @param interval how long to wait between two calls at least
 * @param json reads them
 * @param words tells them
 */
record AlertSource(OperationCall subject, Duration interval, JsonMapper json, Words words) implements Source {

	/** How late Defender may list an alert. */
	static final Duration OVERLAP = Duration.ofMinutes(2);

	/** More than these are better fetched as a list. */
	private static final int MOST = 200;

	private static final String FILTER = "$filter";

	static AlertSource of(ODataQuery query, LiveProperties properties, JsonMapper json, Words words) {
		var call = OperationCall.of("alerts.list");
		for (var option : query.options().entrySet()) {
			call = call.with(option.getKey(), option.getValue());
		}
		return new AlertSource(call, properties.alertInterval(), json, words);
	}

	@Override
	public OperationCall call(Instant since) {
		var changed = "lastUpdateTime ge " + since.minus(OVERLAP).truncatedTo(ChronoUnit.SECONDS);
		var filter = this.subject.query().get(FILTER);
		return this.subject.with(FILTER, (filter != null) ? changed + " and (" + filter + ")" : changed);
	}

	@Override
	public String entity() {
		return "alerts";
	}

	/** What comes after the mark is what was not told before it. */
	@Override
	public News news(Payload<?> answer) {
		var mark = Event.mark(Long.toString(answer.receivedAt().toEpochMilli()));
		var held = answer.held();
		if (held == null) {
			close(answer);
			return new News(List.of(this.words.reset(resetKey(answer)), mark), null);
		}
		try {
			var page = this.json.reader().with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).readTree(held);
			var events = new ArrayList<>(events(page, resetKey(answer)));
			events.add(mark);
			return new News(events, null);
		}
		catch (JacksonException ex) {
			throw new Unreadable(ex);
		}
	}

	/** While the same alerts are found again, that they are too many is told once. */
	private static String resetKey(Payload<?> answer) {
		return "reset." + answer.receivedAt().getEpochSecond() / OVERLAP.toSeconds();
	}

	private List<Event> events(JsonNode page, String resetKey) {
		var alerts = page.path("value");
		if (alerts.size() > MOST || page.hasNonNull("@odata.nextLink")) {
			return List.of(this.words.reset(resetKey));
		}
		var events = alerts.valueStream()
			.sorted(Comparator.comparing((alert) -> alert.path("lastUpdateTime").stringValue("")))
			.map(AlertSource::event)
			.toList();
		var size = events.stream().mapToInt((event) -> event.bytes().length).sum();
		return (size > Stream.MOST_WAITING / 2) ? List.of(this.words.reset(resetKey)) : events;
	}

	private static Event event(JsonNode alert) {
		var text = alert.toString();
		return Event.of(alert.path("id").stringValue("") + '.' + Integer.toHexString(text.hashCode()), "alert", text);
	}

	private static void close(Payload<?> answer) {
		try {
			answer.close();
		}
		catch (IOException ex) {
			throw new Unreadable(ex);
		}
	}

}
