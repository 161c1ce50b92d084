package io.github.defenderbff.policy;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;

import io.github.defenderbff.policy.PolicyProperties.WhenUnproven;
import io.github.defenderbff.problem.SettingProblem;
import org.junit.jupiter.api.Test;

import org.springframework.beans.factory.support.StaticListableBeanFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatNoException;

/** Which operations demand a recent sign-in, as the operator set it. */
class RecentSignInSettingTests {

	private static RecentSignIn demanding(String operation) {
		var beans = new StaticListableBeanFactory(
				Map.of("requirements", (Requirements) () -> List.of(TestRequirements.ISOLATE)));
		return new RecentSignIn(new PolicyProperties(WhenUnproven.DENY, Map.of(operation, Duration.ofMinutes(15))),
				beans.getBeanProvider(Requirements.class), Clock.systemUTC());
	}

	@Test
	void mustNameOperationsThatExist() {
		assertThatNoException().isThrownBy(demanding("machines.isolate")::afterSingletonsInstantiated);
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(demanding("machines.isolat")::afterSingletonsInstantiated)
			.withMessageContaining("machines.isolat");
	}

	@Test
	void concernsTheNamedOperationOnly() {
		var longAgo = Instant.now().minus(Duration.ofMinutes(16));
		assertThat(demanding("machines.isolate").missing("machines.isolate", longAgo)).isNotNull();
		assertThat(demanding("machines.isolate").missing("machines.isolate", Instant.now())).isNull();
		assertThat(demanding("machines.isolate").missing("machines.get", longAgo)).isNull();
	}

}
