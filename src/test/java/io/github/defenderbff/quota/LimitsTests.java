package io.github.defenderbff.quota;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** What a declaration says of limits. */
class LimitsTests {

	@Rate(perMinute = 50, perHour = 300)
	void stated() {
	}

	@Rate(perMinute = 10, perHour = Rate.UNSTATED)
	void partlyStated() {
	}

	@Rate(perMinute = Rate.UNSTATED, perHour = Rate.UNSTATED)
	void notStated() {
	}

	@RunTime(longest = 200, perHour = 600, perDay = 10_800)
	void runs() {
	}

	private static Limits declaredBy(String method) throws NoSuchMethodException {
		return Limits.of(LimitsTests.class.getDeclaredMethod(method).getAnnotation(Rate.class), null, null);
	}

	@Test
	void areTheUsualOnesWithoutADeclaration() {
		assertThat(Limits.of(null, null, null)).isEqualTo(new Limits(100, 1500, true, null));
	}

	@Test
	void areTheUsualOnesAndInferredWherePagesAreSilent() throws NoSuchMethodException {
		assertThat(declaredBy("notStated")).isEqualTo(new Limits(100, 1500, false, null));
	}

	@Test
	void areOfRunTimeToo() throws NoSuchMethodException {
		var declared = LimitsTests.class.getDeclaredMethod("runs").getAnnotation(RunTime.class);
		assertThat(Limits.of(null, declared, null).run())
			.isEqualTo(new Limits.Run(Duration.ofSeconds(200), Duration.ofMinutes(10), Duration.ofHours(3)));
	}

	@Test
	void areWhatPagesState() throws NoSuchMethodException {
		assertThat(declaredBy("stated")).isEqualTo(new Limits(50, 300, true, null));
		assertThat(declaredBy("partlyStated")).isEqualTo(new Limits(10, Rate.UNSTATED, true, null));
	}

}
