package io.github.defenderbff.signin;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Supplier;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** Counts what became of the renewals of sessions' tokens. */
@Component
final class Refreshes implements MeterBinder {

	private final Map<Outcome, LongAdder> counts = new EnumMap<>(Outcome.class);

	Refreshes() {
		for (var outcome : Outcome.values()) {
			this.counts.put(outcome, new LongAdder());
		}
	}

	void count(Outcome outcome) {
		Objects.requireNonNull(this.counts.get(outcome)).increment();
	}

	/** Counts how the provider was asked, and what it said. */
	<T> T counted(Supplier<T> asked) {
		var outcome = Outcome.FAILED;
		try {
			var answer = asked.get();
			outcome = Outcome.RENEWED;
			return answer;
		}
		catch (SessionEnded ended) {
			outcome = Outcome.ENDED;
			throw ended;
		}
		catch (InteractionRequired | ConsentMissing required) {
			outcome = Outcome.INTERACTION;
			throw required;
		}
		finally {
			count(outcome);
		}
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.counts.forEach((outcome, count) -> FunctionCounter.builder("signin.refreshes", count, LongAdder::sum)
			.tag("outcome", outcome.name().toLowerCase(Locale.ROOT))
			.description("Renewals of the tokens of sessions")
			.register(registry));
	}

	/** What became of a renewal. */
	enum Outcome {

		/** The provider gave new tokens. */
		RENEWED,
		/** Another call, or another replica, had got them meanwhile. */
		SHARED,
		/** The provider wants to see the person first. */
		INTERACTION,
		/** The provider will not renew this session any more. */
		ENDED,
		/** The provider did not answer, or refuses this service. */
		FAILED

	}

}
