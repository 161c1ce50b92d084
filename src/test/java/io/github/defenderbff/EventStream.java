package io.github.defenderbff;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** An open stream of events, read line by line as the HTML standard has it. */
final class EventStream implements AutoCloseable {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	/** What is read when the connection is closed. */
	private static final Event CLOSED = new Event("closed", "", "{}");

	private static final int SECONDS = 30;

	private final HttpResponse<InputStream> response;

	private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

	private final List<String> lines = new CopyOnWriteArrayList<>();

	private volatile String lastEventId = "";

	private EventStream(HttpResponse<InputStream> response) {
		this.response = response;
		Thread.ofVirtual().start(this::read);
	}

	static EventStream open(Client client, String path, String... headers) {
		var response = client.stream(path, headers);
		assertThat(response.statusCode()).isEqualTo(200);
		assertThat(response.headers().firstValue("Content-Type").orElse("")).startsWith("text/event-stream");
		return new EventStream(response);
	}

	private void read() {
		try (var reader = new BufferedReader(new InputStreamReader(this.response.body(), StandardCharsets.UTF_8))) {
			var name = "message";
			var data = new StringBuilder();
			for (var line = reader.readLine(); line != null; line = reader.readLine()) {
				this.lines.add(line);
				var value = line.substring(line.indexOf(':') + 1).stripLeading();
				if (line.isEmpty()) {
					if (!data.isEmpty()) {
						this.events.add(new Event(name, this.lastEventId, data.toString()));
					}
					name = "message";
					data.setLength(0);
				}
				else if (line.startsWith("event:")) {
					name = value;
				}
				else if (line.startsWith("data:")) {
					data.append(value);
				}
				else if (line.startsWith("id:")) {
					this.lastEventId = value;
				}
			}
		}
		catch (IOException _) {
			// as good as its end
		}
		this.events.add(CLOSED);
	}

	/** The next event; fails if there is none for a long time. */
	Event next() {
		@Nullable Event event;
		try {
			event = this.events.poll(SECONDS, TimeUnit.SECONDS);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
		if (event == null) {
			throw new AssertionError("No event; read so far: " + this.lines);
		}
		return event;
	}

	/** The next event, which has this name. */
	Event next(String name) {
		var event = next();
		assertThat(event.name()).as(event.toString()).isEqualTo(name);
		return event;
	}

	/** The next event of that name, whatever comes before. */
	Event skipTo(String name) {
		for (var event = next();; event = next()) {
			if (event.name().equals(name)) {
				return event;
			}
			if (event.equals(CLOSED)) {
				throw new AssertionError("Closed without " + name + "; read: " + this.lines);
			}
		}
	}

	/** Fails unless the stream is closed now, or soon, without another event. */
	void isClosed() {
		next("closed");
	}

	/** Whether nothing was told that was not taken. */
	boolean isQuiet() {
		return this.events.isEmpty();
	}

	/** All lines read so far. */
	List<String> lines() {
		return this.lines;
	}

	/** What a browser sends when it opens the stream again. */
	String lastEventId() {
		return this.lastEventId;
	}

	String header(String name) {
		return this.response.headers().firstValue(name).orElse("");
	}

	/** Breaks off. */
	@Override
	public void close() {
		try {
			this.response.body().close();
		}
		catch (IOException ex) {
			throw new AssertionError(ex);
		}
	}

	/**
	 * An event.
	 *
	 * @param name its name
	 * @param id what it is resumed after
	 * @param data its data
	 */
	record Event(String name, String id, String data) {

		JsonNode json() {
			return JSON.readTree(this.data);
		}

		String text(String pointer) {
			return json().at(pointer).asString("");
		}

	}

}
