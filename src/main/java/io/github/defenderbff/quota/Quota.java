package io.github.defenderbff.quota;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

import org.springframework.stereotype.Component;

/** The budgets of calls to Defender, one for each tenant and operation. */
@Component
public final class Quota {

	private final Map<Family, Budget> budgets = new ConcurrentHashMap<>();

	private final Clock clock;

	Quota(Clock clock) {
		this.clock = clock;
	}

	/**
	 * Takes one call from the budget.
	 * @throws QuotaExhausted if nothing is left; it says when there will be
	 */
	public void spend(String tenant, String operation, Limits limits) {
		var wait = budget(tenant, operation, limits).spend();
		if (wait.isPositive()) {
			throw new QuotaExhausted(operation, limits, wait);
		}
	}

	/** Defender throttles: nothing more is asked until it says so. */
	public void drain(String tenant, String operation, Limits limits, Duration retryAfter) {
		budget(tenant, operation, limits).drain(retryAfter);
	}

	private Budget budget(String tenant, String operation, Limits limits) {
		return this.budgets.computeIfAbsent(new Family(tenant, operation), (_) -> new Budget(limits, this.clock));
	}

	private record Family(String tenant, String operation) {

	}

}
