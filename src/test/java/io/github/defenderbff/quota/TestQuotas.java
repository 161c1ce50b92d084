package io.github.defenderbff.quota;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.context.ApplicationContext;
import org.springframework.test.util.ReflectionTestUtils;

/** Budgets for the tests of other modules. */
public final class TestQuotas {

	/** A tenth is reserved, and nobody waits. */
	static final QuotaProperties SETTINGS = new QuotaProperties(0.1, Duration.ZERO, 0, Map.of(), Map.of(), 0.5);

	private TestQuotas() {
	}

	/** Budgets of which nothing was spent. */
	public static Quota full(Clock clock) {
		return new Quota(families(SETTINGS), Accounts.local(), SETTINGS, new Watch(clock), new SimpleMeterRegistry());
	}

	/** Forgets whatever was used in a running service. */
	public static void forget(ApplicationContext context) {
		var ledger = context.getBean(Accounts.class);
		var accounts = (ConcurrentHashMap<?, ?>) ReflectionTestUtils.getField(ledger, "accounts");
		Objects.requireNonNull(accounts).clear();
	}

	/** The families of these operations. */
	static Families families(QuotaProperties settings, Metered... operations) {
		return new Families(settings, provider(operations));
	}

	private static ObjectProvider<MeteredOperations> provider(Metered... operations) {
		var beans = new StaticListableBeanFactory(Map.of("operations", (MeteredOperations) () -> List.of(operations)));
		return beans.getBeanProvider(MeteredOperations.class);
	}

}
