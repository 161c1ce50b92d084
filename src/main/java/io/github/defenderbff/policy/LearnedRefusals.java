package io.github.defenderbff.policy;

import java.time.Clock;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Predicate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.github.defenderbff.policy.Reason.RefusedUpstream;
import io.github.defenderbff.signin.SessionChanged;
import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;

import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * What Defender itself refused a while ago: it would refuse it again, and each time costs
 * a call of the shared budget.
 */
@Component
final class LearnedRefusals {

	static final Duration REMEMBERED = Duration.ofMinutes(1);

	private static final int MAXIMUM = 50_000;

	private final Cache<Key, RefusedUpstream> refusals;

	private final AtomicLong forgotten = new AtomicLong();

	LearnedRefusals(Clock clock) {
		this.refusals = Caffeine.newBuilder()
			.maximumSize(MAXIMUM)
			.expireAfterWrite(REMEMBERED)
			.ticker(() -> TimeUnit.MILLISECONDS.toNanos(clock.millis()))
			.build();
	}

	/** The refusal that is still remembered; null for none. */
	@Nullable RefusedUpstream find(Subject subject, String operation, Targets targets) {
		if (this.refusals.estimatedSize() == 0) {
			return null;
		}
		return this.refusals.getIfPresent(Key.of(subject, operation, targets));
	}

	/** To be taken before the decision that Defender then did not share. */
	long mark() {
		return this.forgotten.get();
	}

	/** Remembers a refusal, unless something was forgotten since the mark. */
	void learn(Subject subject, String operation, Targets targets, RefusedUpstream refusal, long mark) {
		this.refusals.asMap()
			.compute(Key.of(subject, operation, targets), (_, known) -> (mark() == mark) ? refusal : known);
	}

	/** Another sign-in or consent may have changed Defender's mind. */
	@EventListener
	void forget(SessionChanged event) {
		forget((key) -> key.subject().equals(event.person().subject()));
	}

	/** Another role book comes after another state of the portal. */
	@EventListener
	void forget(RoleBookChanged event) {
		forget((_) -> true);
	}

	private void forget(Predicate<Key> which) {
		this.forgotten.incrementAndGet();
		this.refusals.asMap().keySet().removeIf(which);
	}

	private record Key(Subject subject, String operation, String target) {

		static Key of(Subject subject, String operation, Targets targets) {
			return new Key(subject, operation, targets.name().toLowerCase(Locale.ROOT));
		}

	}

}
