package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.Map;

import io.github.defenderbff.problem.SettingProblem;
import io.github.defenderbff.quota.QuotaProperties.OtherLimits;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** The limits in force, as Defender documents them and the operator sets them. */
class FamiliesTests {

	private static final Metered LIST = new Metered("machines.list", new Limits(100, 1500, true, null), false);

	private static final Metered START = new Metered("investigations.start", new Limits(Rate.UNSTATED, 55, true, null),
			true);

	private static final Metered HUNT = new Metered("advancedQueries.run", new Limits(45, 1500, true,
			new Limits.Run(Duration.ofSeconds(200), Duration.ofMinutes(10), Duration.ofHours(3))), false);

	private static Families with(String operation, OtherLimits limits) {
		return TestQuotas.families(settings(0.1, Map.of(operation, limits)), LIST, START, HUNT);
	}

	private static QuotaProperties settings(double reserve, Map<String, OtherLimits> limits) {
		return new QuotaProperties(reserve, Duration.ofSeconds(2), 50, Map.of(), limits, 0.5);
	}

	private static OtherLimits calls(@Nullable Integer perMinute, @Nullable Integer perHour) {
		return new OtherLimits(perMinute, perHour, null, null);
	}

	private static OtherLimits runs(Duration perHour) {
		return new OtherLimits(null, null, perHour, null);
	}

	private static void assertRefused(Families families, String because) {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(families::afterSingletonsInstantiated)
			.withMessageContaining(because);
	}

	@Test
	void areTheDocumentedOnes() {
		var families = TestQuotas.families(settings(0.15, Map.of()));
		assertThat(families.of(LIST).windows()).containsExactly(
				new Window("minute", Window.Unit.CALLS, Duration.ofMinutes(1), 100, 15),
				new Window("hour", Window.Unit.CALLS, Duration.ofHours(1), 1500, 225));
		assertThat(families.of(START).windows())
			.containsExactly(new Window("hour", Window.Unit.CALLS, Duration.ofHours(1), 55, 0));
		assertThat(families.of(HUNT).windows().subList(2, 4)).containsExactly(
				new Window("run-hour", Window.Unit.RUN_TIME, Duration.ofHours(1), 600_000, 0),
				new Window("run-day", Window.Unit.RUN_TIME, Duration.ofDays(1), 10_800_000, 0));
	}

	@Test
	void areTheOperatorsWhereTheyAreSet() {
		assertThat(with("machines.list", calls(50, null)).of(LIST).windows()).containsExactly(
				new Window("minute", Window.Unit.CALLS, Duration.ofMinutes(1), 50, 5),
				new Window("hour", Window.Unit.CALLS, Duration.ofHours(1), 1500, 150));
	}

	@Test
	void areNoneWhereTheyAreSetToZero() {
		assertThat(with("machines.list", calls(0, 0)).of(LIST).windows()).isEmpty();
		assertThat(with("advancedQueries.run", runs(Duration.ZERO)).of(HUNT).windows()).extracting(Window::name)
			.containsExactly("minute", "hour", "run-day");
	}

	@Test
	void mustBeOfOperationsThatExist() {
		assertThatNoException().isThrownBy(with("machines.list", calls(1, 1))::afterSingletonsInstantiated);
		assertRefused(with("machines.lst", calls(1, 1)), "machines.lst");
	}

	@Test
	void mustNotBeNegative() {
		assertRefused(with("machines.list", calls(-1, null)), "[machines.list] has a negative");
		assertRefused(with("machines.list", calls(null, -1)), "[machines.list] has a negative");
		assertRefused(with("advancedQueries.run", runs(Duration.ofHours(-1))), "no query fits in");
	}

	@Test
	void mustLetSomethingPass() {
		assertRefused(with("advancedQueries.run", runs(Duration.ofSeconds(9))), "no query fits in");
		assertRefused(with("machines.list", runs(Duration.ofMinutes(1))), "not counted");
	}

	@ParameterizedTest
	@CsvSource({ "-0.1", "1", "NaN" })
	void reserveMustBeAPart(double reserve) {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> settings(reserve, Map.of()))
			.withMessageContaining("quota.reserve");
	}

	@ParameterizedTest
	@CsvSource({ "-1", "0", "NaN", "Infinity" })
	void weightsMustBeAboveZero(double weight) {
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> new QuotaProperties(0.1, Duration.ofSeconds(2), 50, Map.of("ada", weight), Map.of(), 0.5))
			.withMessageContaining("ada");
	}

	@ParameterizedTest
	@CsvSource({ "-1, 50", "2, -1" })
	void waitMustNotBeNegative(int seconds, int calls) {
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> new QuotaProperties(0.1, Duration.ofSeconds(seconds), calls, Map.of(), Map.of(), 0.5))
			.withMessageContaining("negative");
	}

	@ParameterizedTest
	@CsvSource({ "-1", "0", "1.1", "NaN" })
	void localFractionMustBeAPart(double fraction) {
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> new QuotaProperties(0.1, Duration.ofSeconds(2), 50, Map.of(), Map.of(), fraction))
			.withMessageContaining("quota.local-fraction");
	}

}
