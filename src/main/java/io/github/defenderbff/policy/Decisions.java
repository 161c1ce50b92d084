package io.github.defenderbff.policy;

import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.Stream;

import io.github.defenderbff.policy.Decision.Answer;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;

import org.springframework.stereotype.Component;

/** Counts what was decided on calls, each decision under the first of its reasons. */
@Component
final class Decisions implements MeterBinder {

	private static final Case PERMITTED = new Case(Answer.PERMIT, "none");

	private final Map<Case, LongAdder> counts = new ConcurrentHashMap<>();

	/** Most decisions are this one. */
	private final LongAdder permitted = new LongAdder();

	Decisions() {
		this.counts.put(PERMITTED, this.permitted);
		Stream.of(Reason.class.getPermittedSubclasses())
			.map((reason) -> Case.of((reason == Reason.NotKnown.class) ? Answer.UNPROVEN : Answer.DENY, reason))
			.forEach((each) -> this.counts.put(each, new LongAdder()));
	}

	void count(Decision decision) {
		if (decision instanceof Decision.Permit) {
			this.permitted.increment();
		}
		else {
			var first = decision.reasons().getFirst();
			Objects.requireNonNull(this.counts.get(Case.of(decision.answer(), first.getClass()))).increment();
		}
	}

	@Override
	public void bindTo(MeterRegistry registry) {
		this.counts.forEach((each, count) -> FunctionCounter.builder("policy.decisions", count, LongAdder::sum)
			.tag("outcome", each.answer().word())
			.tag("reason", each.reason())
			.description("Decisions on calls, by the first of their reasons")
			.register(registry));
	}

	/**
	 * What is counted together.
	 *
	 * @param answer the answer
	 * @param reason the type of the reason
	 */
	private record Case(Answer answer, String reason) {

		static Case of(Answer answer, Class<?> reason) {
			return new Case(answer, reason.getSimpleName());
		}

	}

}
