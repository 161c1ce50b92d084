package io.github.defenderbff;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.AppenderBase;
import io.github.defenderbff.audit.Audit;
import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.boot.logging.logback.StructuredLogEncoder;

import static org.assertj.core.api.Assertions.assertThat;

/** The audit as machines read it, byte for byte as it is written, while this is open. */
public final class AuditCapture extends AppenderBase<ILoggingEvent> implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private final Logger logger = (Logger) LoggerFactory.getLogger(Audit.LOGGER);

	private final StructuredLogEncoder encoder = new StructuredLogEncoder();

	private final Queue<String> lines = new ConcurrentLinkedQueue<>();

	private volatile boolean full;

	public AuditCapture() {
		setContext(this.logger.getLoggerContext());
		this.encoder.setContext(getContext());
		this.encoder.setFormat("ecs");
		this.encoder.start();
		start();
		this.logger.addAppender(this);
	}

	/** From now on nothing can be written, as on a full disk. */
	public void fill() {
		this.full = true;
	}

	@Override
	protected void append(ILoggingEvent event) {
		if (this.full) {
			throw new IllegalStateException("no space left");
		}
		this.lines.add(new String(this.encoder.encode(event), StandardCharsets.UTF_8));
	}

	/** The lines as they are written. */
	public List<String> lines() {
		return List.copyOf(this.lines);
	}

	/** The entries. */
	public List<JsonNode> entries() {
		return this.lines.stream().map(JSON::readTree).toList();
	}

	/** What they are about, in order. */
	public List<String> actions() {
		return entries().stream().map((entry) -> text(entry, "/event/action")).toList();
	}

	/** The one entry about something. */
	public JsonNode only(String action) {
		var found = entries().stream().filter((entry) -> text(entry, "/event/action").equals(action)).toList();
		if (found.size() != 1) {
			throw new AssertionError(found.size() + " entries about " + action + ", among " + this.lines);
		}
		return found.getFirst();
	}

	/** A field's text; empty where it is absent. */
	public static String text(JsonNode entry, String pointer) {
		return entry.at(pointer).asString("");
	}

	@Override
	public void close() {
		this.logger.detachAppender(this);
		stop();
	}

	/** Holds an entry against the values at these places. */
	static void assertFields(JsonNode entry, Map<String, String> fields) {
		fields.forEach(
				(pointer, value) -> assertThat(text(entry, pointer)).as(pointer + " in " + entry).isEqualTo(value));
	}

	static void assertBy(JsonNode entry, Person person) {
		assertFields(entry, Map.of("/user/id", person.objectId(), "/organization/id", Organisation.TENANT_ID,
				"/defender/caller", "person", "/client/ip", "127.0.0.1", "/event/kind", "event"));
	}

	static List<String> texts(JsonNode entry, String pointer) {
		return entry.at(pointer).valueStream().map((each) -> each.asString("")).toList();
	}

	/** The name that joins the entries of one session. */
	static String session(JsonNode entry) {
		return text(entry, "/defender/session");
	}

}
