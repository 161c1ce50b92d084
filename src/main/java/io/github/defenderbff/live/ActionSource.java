package io.github.defenderbff.live;

import java.io.IOException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;

import io.github.defenderbff.relay.OperationCall;
import io.github.defenderbff.relay.Payload;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A response action and how far it is.
 *
 * @param subject the call that asks for it
 * @param interval how long to wait between two calls at least
 * @param json reads it
 * @param words tells it
 */
record ActionSource(OperationCall subject, Duration interval, JsonMapper json, Words words) implements Source {

	/** What the id of the last event ends with. */
	private static final String LAST = ".end";

	static ActionSource of(String id, LiveProperties properties, JsonMapper json, Words words) {
		var call = OperationCall.of("machineActions.get").at("id", id.toLowerCase(Locale.ROOT));
		return new ActionSource(call, properties.actionInterval(), json, words);
	}

	@Override
	public OperationCall call(Instant since) {
		return this.subject;
	}

	@Override
	public String entity() {
		return "machineActions";
	}

	@Override
	public News news(Payload<?> answer) {
		try (var body = answer.body()) {
			var action = this.json.readTree(body);
			var progress = Progress.of(action, answer.receivedAt());
			var id = id(action, progress);
			var event = Event.of(id, "progress", this.words.json(progress), id);
			return new News(List.of(event), progress.isLast() ? id : null);
		}
		catch (JacksonException | IOException | DateTimeException ex) {
			throw new Unreadable(ex);
		}
	}

	/** The same wherever it is asked, as long as the action is where it is. */
	private static String id(JsonNode action, Progress progress) {
		var state = action.path("lastUpdateDateTimeUtc").toString() + action.path("commands");
		return progress.status().replaceAll("\\W", "") + "." + Integer.toHexString(state.hashCode())
				+ (progress.isLast() ? LAST : "");
	}

}
