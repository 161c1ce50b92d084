package io.github.sandbox.defender;

import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/**
 * The faults waiting for the next requests, each used once, and those that last at a
 * path.
 */
final class Faults {

	static final String FOREIGN_LINK = "https://defender.attacker.example/api/machines?$skip=1";

	private final Queue<Fault> waiting = new ConcurrentLinkedQueue<>();

	private final Map<String, Fault> lasting = new ConcurrentHashMap<>();

	void add(Fault fault) {
		this.waiting.add(fault);
	}

	void addAt(String end, Fault fault) {
		this.lasting.put(end, fault);
	}

	void clear() {
		this.waiting.clear();
		this.lasting.clear();
	}

	Reply around(String path, Supplier<Reply> answer) {
		@Nullable Fault next = this.waiting.poll();
		@Nullable Fault fault = (next != null) ? next : lastingAt(path);
		return (fault != null) ? spoil(fault, answer) : answer.get();
	}

	private @Nullable Fault lastingAt(String path) {
		return this.lasting.entrySet()
			.stream()
			.filter((fault) -> path.endsWith(fault.getKey()))
			.map(Map.Entry::getValue)
			.findFirst()
			.orElse(null);
	}

	private static Reply spoil(Fault fault, Supplier<Reply> answer) {
		return switch (fault) {
			case Fault.Status(int status, String code, var headers) ->
				Reply.of(status, ErrorEnvelope.of(code, "Injected by the sandbox.")).with(headers);
			case Fault.Headers(var headers) -> answer.get().with(headers);
			case Fault.HtmlAsJson _ -> Reply.of(200, "<html><body>We are working on it.</body></html>");
			case Fault.TruncatedJson _ -> answer.get().truncated();
			case Fault.BrokenOff(int bytes) -> answer.get().brokenOff(bytes);
			case Fault.ConnectionDropped _ -> Reply.DROPPED;
			case Fault.Delay(var duration) -> {
				Pause.of(duration);
				yield answer.get();
			}
			case Fault.Held(var until) -> {
				Pause.until(until);
				yield answer.get();
			}
			case Fault.Text(var body) -> Reply.of(200, body);
			case Fault.ForeignNextLink _ -> answer.get().linkedTo(FOREIGN_LINK);
		};
	}

}
