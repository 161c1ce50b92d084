package io.github.defenderbff.bulk;

import java.io.IOException;
import java.io.PrintWriter;
import java.time.Duration;
import java.util.HashSet;

import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.store.StoreUnavailable;
import jakarta.servlet.http.HttpServletResponse;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;

/**
 * Sends how far a run is as server-sent events, on the thread of the request, which is a
 * virtual one. It looks where runs are kept, so it does not matter which replica works on
 * the run.
 */
@Component
final class RunEvents {

	private static final Logger log = LoggerFactory.getLogger(RunEvents.class);

	private static final Duration LOOK_AGAIN = Duration.ofMillis(500);

	/** So that proxies do not take the connection for dead. */
	private static final int LOOKS_BETWEEN_SIGNS = 20;

	private final RunDesk desk;

	private final KnownCallers callers;

	private final JsonMapper json;

	RunEvents(RunDesk desk, KnownCallers callers, JsonMapper json) {
		this.desk = desk;
		this.callers = callers;
		this.json = json;
	}

	/** Sends until the run ends, the session does, or nobody reads any more. */
	void send(Caller caller, String id, HttpServletResponse response) {
		var run = this.desk.view(caller, id);
		response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE + ";charset=UTF-8");
		response.setHeader(HttpHeaders.CACHE_CONTROL, CacheControl.noStore().getHeaderValue());
		response.setHeader("X-Accel-Buffering", "no");
		try {
			follow(caller, run, response);
		}
		catch (IOException ex) {
			log.debug("Nobody reads of run {} any more", id, ex);
		}
	}

	private void follow(Caller caller, RunView first, HttpServletResponse response) throws IOException {
		var writer = response.getWriter();
		var run = first;
		event(writer, "run", run);
		for (var look = 1; run.isRunning() && this.callers.now(caller).isPresent(); look++) {
			Waiting.ASLEEP.pause(LOOK_AGAIN);
			var next = look(caller, run);
			var known = new HashSet<>(run.machines());
			for (var step : next.machines()) {
				if (!known.contains(step)) {
					event(writer, "machine", step);
				}
			}
			run = next;
			if (look % LOOKS_BETWEEN_SIGNS == 0) {
				write(writer, ":\n\n");
			}
		}
		if (!run.isRunning()) {
			event(writer, "end", run);
		}
	}

	/** What cannot be read now is read the next time. */
	private RunView look(Caller caller, RunView run) {
		try {
			return this.desk.view(caller, run.id());
		}
		catch (StoreUnavailable unavailable) {
			log.debug("The run cannot be read now", unavailable);
			return run;
		}
	}

	private void event(PrintWriter writer, String name, Object data) throws IOException {
		write(writer, "event: " + name + "\ndata: " + this.json.writeValueAsString(data) + "\n\n");
	}

	private static void write(PrintWriter writer, String text) throws IOException {
		writer.write(text);
		if (writer.checkError()) {
			throw new IOException("the connection is closed");
		}
	}

}
