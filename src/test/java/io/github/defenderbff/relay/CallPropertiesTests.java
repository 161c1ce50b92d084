package io.github.defenderbff.relay;

import java.util.Map;

import io.github.defenderbff.problem.SettingProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.boot.context.properties.bind.BindException;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which settings for calls make sense. */
class CallPropertiesTests {

	private static CallProperties bound(Map<String, String> settings) {
		return new Binder(new MapConfigurationPropertySource(settings)).bindOrCreate("defender", CallProperties.class);
	}

	@Test
	void defaultsMakeSense() {
		var properties = bound(Map.of());
		assertThat(properties.deadline()).hasSeconds(60);
		assertThat(properties.maxStreams()).isEqualTo(64);
		assertThat(properties.breaker().failureRate()).isEqualTo(50);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			defender.deadline,             0s
			defender.longest-stream,       0s
			defender.retry-pause,          0s
			defender.longest-wait,         -1s
			defender.max-concurrent-calls, 0
			defender.max-connections,      256
			defender.retries,              3
			defender.retries,              -1
			defender.breaker.window,       500ms
			defender.breaker.pause,        0s
			defender.breaker.minimum-calls, 0
			defender.breaker.failure-rate, 101
			""")
	void settingThatMakesNoSenseIsNamed(String name, String value) {
		assertThatExceptionOfType(BindException.class).isThrownBy(() -> bound(Map.of(name, value)))
			.withRootCauseInstanceOf(SettingProblem.class)
			.havingRootCause()
			.withMessageContaining(name);
	}

}
