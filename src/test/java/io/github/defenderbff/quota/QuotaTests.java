package io.github.defenderbff.quota;

import java.time.Duration;
import java.util.Map;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.http.HttpHeaders;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** How much Defender may still be asked. */
class QuotaTests {

	private static final Limits TWO_A_MINUTE_THREE_AN_HOUR = new Limits(2, 3, true);

	private final HandMovedClock clock = new HandMovedClock();

	private final Quota quota = new Quota(this.clock);

	private void spend() {
		this.quota.spend("tenant", "machines.list", TWO_A_MINUTE_THREE_AN_HOUR);
	}

	private String retryAfter() {
		try {
			spend();
		}
		catch (QuotaExhausted exhausted) {
			return String.valueOf(exhausted.getHeaders().getFirst(HttpHeaders.RETRY_AFTER));
		}
		throw new AssertionError("there was something left");
	}

	@Test
	void endsWithTheMinuteAndBeginsWithTheNext() {
		spend();
		spend();
		assertThat(retryAfter()).isEqualTo("60");
		this.clock.move(Duration.ofSeconds(59));
		assertThat(retryAfter()).isEqualTo("1");
		this.clock.move(Duration.ofSeconds(1));
		assertThatNoException().isThrownBy(this::spend);
	}

	@Test
	void endsWithTheHourAndBeginsWithTheNext() {
		spend();
		spend();
		this.clock.move(Duration.ofMinutes(1));
		spend();
		this.clock.move(Duration.ofMinutes(1));
		assertThat(retryAfter()).isEqualTo("3480");
		this.clock.move(Duration.ofMinutes(58));
		assertThatNoException().isThrownBy(this::spend);
	}

	@Test
	void tellsWhichLimitIsUsedUpAndWhenToComeBack() {
		spend();
		spend();
		this.clock.move(Duration.ofMillis(500));
		assertThatExceptionOfType(QuotaExhausted.class).isThrownBy(this::spend).satisfies((exhausted) -> {
			assertThat(exhausted.type()).isEqualTo(ProblemType.QUOTA_EXHAUSTED);
			assertThat(exhausted.getBody().getProperties()).containsEntry("operation", "machines.list")
				.containsEntry("limit", Map.of("per_minute", 2, "per_hour", 3));
			assertThat(exhausted.getHeaders().getFirst(HttpHeaders.RETRY_AFTER)).isEqualTo("60");
		});
	}

	@Test
	void countsOperationsAndTenantsApart() {
		spend();
		spend();
		assertThatNoException().isThrownBy(() -> this.quota.spend("tenant", "alerts.list", TWO_A_MINUTE_THREE_AN_HOUR));
		assertThatNoException()
			.isThrownBy(() -> this.quota.spend("other", "machines.list", TWO_A_MINUTE_THREE_AN_HOUR));
	}

	@Test
	void pausesAsLongAsDefenderAsks() {
		this.quota.drain("tenant", "machines.list", TWO_A_MINUTE_THREE_AN_HOUR, Duration.ofSeconds(90));
		assertThat(retryAfter()).isEqualTo("90");
		this.clock.move(Duration.ofSeconds(89));
		assertThat(retryAfter()).isEqualTo("1");
		this.clock.move(Duration.ofSeconds(1));
		assertThatNoException().isThrownBy(this::spend);
	}

	@Test
	void takesNothingWhilePaused() {
		this.quota.drain("tenant", "machines.list", TWO_A_MINUTE_THREE_AN_HOUR, Duration.ofSeconds(1));
		for (var call = 0; call < 10; call++) {
			retryAfter();
		}
		this.clock.move(Duration.ofSeconds(1));
		spend();
		assertThatNoException().isThrownBy(this::spend);
	}

	@ParameterizedTest
	@CsvSource({ "0, 1", "1, 0" })
	void hasNoLimitOfAKindThatIsNotStated(int perMinute, int perHour) {
		var budget = new Budget(new Limits(perMinute, perHour, true), this.clock);
		assertThat(budget.spend()).isZero();
		assertThat(budget.spend()).isEqualTo((perMinute > 0) ? Duration.ofMinutes(1) : Duration.ofHours(1));
	}

}
