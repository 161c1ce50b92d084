package io.github.defenderbff.live;

import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * How far a response action is.
 *
 * @param id the action
 * @param type what it does; null where Defender does not say
 * @param machineId to which device; null where Defender does not say
 * @param status Defender's word for it
 * @param percent how much of it is done; null where that is not known
 * @param elapsedSeconds how long it has run, or ran; null where Defender does not say
 * when it began
 * @param asOf when Defender said so
 */
@JsonNaming(SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "Progress")
record Progress(String id, @Nullable String type, @Nullable String machineId, String status, @Nullable Integer percent,
		@Nullable Long elapsedSeconds, Instant asOf) {

	private static final Set<String> FINAL = Set.of("succeeded", "failed", "timeout", "cancelled");

	static Progress of(JsonNode action, Instant asOf) {
		var status = action.path("status").stringValue("Unknown");
		return new Progress(action.path("id").stringValue(""), action.path("type").stringValue(null),
				action.path("machineId").stringValue(null), status, percent(action, status),
				elapsed(action, isFinal(status), asOf), asOf);
	}

	private static boolean isFinal(String status) {
		return FINAL.contains(status.toLowerCase(Locale.ROOT));
	}

	/** Whether it will never be another one. */
	boolean isLast() {
		return isFinal(this.status);
	}

	/** Of a live response it is known how many of its commands were carried out. */
	private static @Nullable Integer percent(JsonNode action, String status) {
		if ("Succeeded".equalsIgnoreCase(status)) {
			return 100;
		}
		var commands = action.path("commands");
		if (commands.isEmpty()) {
			return null;
		}
		var done = commands.valueStream()
			.filter((command) -> !"Created".equalsIgnoreCase(command.path("commandStatus").stringValue("Created")))
			.count();
		return (int) (100 * done / commands.size());
	}

	private static @Nullable Long elapsed(JsonNode action, boolean over, Instant asOf) {
		var began = time(action, "creationDateTimeUtc");
		if (began == null) {
			return null;
		}
		var changed = Objects.requireNonNullElse(time(action, "lastUpdateDateTimeUtc"), asOf);
		return Math.max(0, Duration.between(began, over ? changed : asOf).toSeconds());
	}

	private static @Nullable Instant time(JsonNode action, String name) {
		var text = action.path(name).stringValue(null);
		return (text != null) ? OffsetDateTime.parse(text).toInstant() : null;
	}

}
