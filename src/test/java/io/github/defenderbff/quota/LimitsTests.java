package io.github.defenderbff.quota;

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

	private static Limits declaredBy(String method) throws NoSuchMethodException {
		return Limits.of(LimitsTests.class.getDeclaredMethod(method).getAnnotation(Rate.class));
	}

	@Test
	void areTheUsualOnesWithoutADeclaration() {
		assertThat(Limits.of(null)).isEqualTo(new Limits(100, 1500, true));
	}

	@Test
	void areTheUsualOnesAndInferredWherePagesAreSilent() throws NoSuchMethodException {
		assertThat(declaredBy("notStated")).isEqualTo(new Limits(100, 1500, false));
	}

	@Test
	void areWhatPagesState() throws NoSuchMethodException {
		assertThat(declaredBy("stated")).isEqualTo(new Limits(50, 300, true));
		assertThat(declaredBy("partlyStated")).isEqualTo(new Limits(10, Rate.UNSTATED, true));
	}

}
