package io.github.defenderbff.relay;

import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;

/**
 * Measures how long Defender takes for each call that it is asked, until the answer is
 * there, or until the first part of a large one is.
 */
final class Timed implements Stage {

	static final String METER = "defender.calls";

	private final Map<Case, Timer> timers = new ConcurrentHashMap<>();

	private final MeterRegistry meters;

	private final Stage next;

	Timed(MeterRegistry meters, Stage next) {
		this.meters = meters;
		this.next = next;
	}

	@Override
	public Payload<?> answer(Call call) {
		var start = System.nanoTime();
		var outcome = "error";
		try {
			var payload = this.next.answer(call);
			outcome = "answered";
			return payload;
		}
		catch (RuntimeException failure) {
			outcome = outcome(failure);
			throw failure;
		}
		finally {
			timer(new Case(call.operation().id(), outcome)).record(System.nanoTime() - start, TimeUnit.NANOSECONDS);
		}
	}

	private static String outcome(RuntimeException failure) {
		return switch (failure) {
			case Throttled _ -> "throttled";
			case TokenRejected _, ClaimsDemanded _ -> "challenged";
			case RefusedByDefender _ -> "refused";
			case UpstreamFailure upstream when upstream.fate() == Fate.ANSWERED -> "rejected";
			case UpstreamFailure upstream -> upstream.fate().name().toLowerCase(Locale.ROOT);
			default -> "error";
		};
	}

	private Timer timer(Case of) {
		return this.timers.computeIfAbsent(of,
				(_) -> Timer.builder(METER)
					.tag("operation", of.operation())
					.tag("outcome", of.outcome())
					.description("Calls to Defender, until their answers were there or began")
					.register(this.meters));
	}

	/**
	 * What is measured together.
	 *
	 * @param operation the operation's id
	 * @param outcome what became of the call, in a word
	 */
	private record Case(String operation, String outcome) {
	}

}
