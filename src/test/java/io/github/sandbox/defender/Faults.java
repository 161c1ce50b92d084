package io.github.sandbox.defender;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

/** The faults waiting for the next requests, each used once. */
final class Faults {

	static final String FOREIGN_LINK = "https://defender.attacker.example/api/machines?$skip=1";

	private final Queue<Fault> waiting = new ConcurrentLinkedQueue<>();

	void add(Fault fault) {
		this.waiting.add(fault);
	}

	void clear() {
		this.waiting.clear();
	}

	Reply around(Supplier<Reply> answer) {
		@Nullable Fault fault = this.waiting.poll();
		return (fault != null) ? spoil(fault, answer) : answer.get();
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
			case Fault.ForeignNextLink _ -> answer.get().linkedTo(FOREIGN_LINK);
		};
	}

}
