package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.defenderbff.problem.SettingProblem;
import io.github.defenderbff.quota.QuotaProperties.OtherLimits;
import org.jspecify.annotations.Nullable;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.stereotype.Component;

/**
 * The families of operations, with the limits that the operator set or Defender states.
 */
@Component
final class Families implements SmartInitializingSingleton {

	private static final OtherLimits AS_DOCUMENTED = new OtherLimits(null, null, null, null);

	private static final Duration MINUTE = Duration.ofMinutes(1);

	private static final Duration HOUR = Duration.ofHours(1);

	private static final Duration DAY = Duration.ofDays(1);

	private final Map<String, Family> known = new ConcurrentHashMap<>();

	private final QuotaProperties properties;

	private final ObjectProvider<MeteredOperations> operations;

	Families(QuotaProperties properties, ObjectProvider<MeteredOperations> operations) {
		this.properties = properties;
		this.operations = operations;
	}

	/** Finds limits of operations that are misspelt, and such that nothing could pass. */
	@Override
	public void afterSingletonsInstantiated() {
		if (this.properties.limits().isEmpty()) {
			return;
		}
		var byId = this.operations.getObject()
			.metered()
			.stream()
			.collect(Collectors.toMap(Metered::operation, Function.identity(), (first, _) -> first));
		this.properties.limits().forEach((name, limits) -> check(name, limits, byId.get(name)));
	}

	private static void check(String name, OtherLimits set, @Nullable Metered operation) {
		var setting = "quota.limits.[" + name + "]";
		if (operation == null) {
			throw new SettingProblem("quota.limits names '" + name + "', which is no operation with limits of its own.",
					"Use operation ids as in /v3/api-docs, such as machines.list, in square brackets: "
							+ "quota.limits.[machines.list].per-minute=50.");
		}
		if (Stream.of(set.perMinute(), set.perHour()).anyMatch((calls) -> calls != null && calls < 0)) {
			throw new SettingProblem(setting + " has a negative number of calls.",
					"Set how many calls a minute or an hour may have, or 0 for no such limit.");
		}
		var runs = Stream.of(set.runTimePerHour(), set.runTimePerDay()).filter(Objects::nonNull).toList();
		if (!runs.isEmpty() && operation.limits().run() == null) {
			throw new SettingProblem(setting + " limits run time, which is not counted for this operation.",
					"Remove it; run time is counted for advancedQueries.run.");
		}
		if (runs.stream().anyMatch(Predicate.not(Families::isRunTime))) {
			throw new SettingProblem(setting + " has a run time that no query fits in.",
					"Set at least 10s, or 0 for no such limit.");
		}
	}

	private static boolean isRunTime(Duration set) {
		return set.isZero() || set.toMillis() >= Window.Unit.RUN_TIME.least();
	}

	Family of(Metered operation) {
		return this.known.computeIfAbsent(operation.operation(), (_) -> read(operation));
	}

	private Family read(Metered operation) {
		var set = this.properties.limits().getOrDefault(operation.operation(), AS_DOCUMENTED);
		var limits = operation.limits();
		var reserve = operation.change() ? 0 : this.properties.reserve();
		var windows = Stream.of(calls("minute", MINUTE, either(set.perMinute(), limits.perMinute()), reserve),
				calls("hour", HOUR, either(set.perHour(), limits.perHour()), reserve));
		var run = limits.run();
		if (run == null) {
			return new Family(operation.operation(), used(windows), Duration.ZERO);
		}
		var runs = Stream.of(run("run-hour", HOUR, either(set.runTimePerHour(), run.perHour())),
				run("run-day", DAY, either(set.runTimePerDay(), run.perDay())));
		return new Family(operation.operation(), used(Stream.concat(windows, runs)), run.longest());
	}

	private static <T> T either(@Nullable T set, T documented) {
		return (set != null) ? set : documented;
	}

	private static Window calls(String name, Duration length, int limit, double reserve) {
		return new Window(name, Window.Unit.CALLS, length, limit, (long) (limit * reserve));
	}

	/** No change hunts, so nothing is reserved. */
	private static Window run(String name, Duration length, Duration limit) {
		return new Window(name, Window.Unit.RUN_TIME, length, limit.toMillis(), 0);
	}

	private static List<Window> used(Stream<Window> windows) {
		return windows.filter((window) -> window.limit() > 0).toList();
	}

	/** The families of all operations, ordered by id. */
	List<Family> all() {
		return this.operations.getObject().metered().stream().map(this::of).distinct().toList();
	}

}
