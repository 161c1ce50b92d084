package io.github.defenderbff.live;

import java.time.Duration;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** How often pollers ask. */
class PaceTests {

	private static final Duration SHORTEST = Duration.ofSeconds(5);

	private static final Duration LONGEST = Duration.ofMinutes(5);

	private final Pace pace = new Pace(SHORTEST, LONGEST);

	@Test
	void asksAsOftenAsItMayWhileMuchIsLeft() {
		this.pace.answered(Duration.ofSeconds(1));
		assertThat(this.pace.next(1)).isEqualTo(SHORTEST);
	}

	@Test
	void littleThatIsLeftLasts() {
		this.pace.answered(Duration.ofSeconds(30));
		assertThat(this.pace.next(1)).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void pollersShareWhatIsLeft() {
		this.pace.answered(Duration.ofSeconds(2));
		assertThat(this.pace.next(100)).isEqualTo(Duration.ofSeconds(200));
		assertThat(this.pace.next(1000)).isEqualTo(Duration.ofSeconds(2000));
	}

	@Test
	void answerOfTheCacheSaysNothingNew() {
		this.pace.answered(Duration.ofSeconds(30));
		this.pace.answered(null);
		assertThat(this.pace.next(1)).isEqualTo(Duration.ofSeconds(30));
	}

	@Test
	void failuresMakeItWaitLongerAndLongerUpToABound() {
		this.pace.failed(Duration.ZERO);
		assertThat(this.pace.next(1)).isEqualTo(Duration.ofSeconds(10));
		this.pace.failed(Duration.ZERO);
		assertThat(this.pace.next(1)).isEqualTo(Duration.ofSeconds(20));
		for (var failure = 0; failure < 100; failure++) {
			this.pace.failed(Duration.ZERO);
		}
		assertThat(this.pace.next(1)).isEqualTo(LONGEST);
		this.pace.answered(Duration.ZERO);
		assertThat(this.pace.next(1)).isEqualTo(SHORTEST);
	}

	@Test
	void whatDefenderAsksForIsHeeded() {
		this.pace.failed(Duration.ofMinutes(10));
		assertThat(this.pace.next(1)).isEqualTo(Duration.ofMinutes(10));
	}

}
