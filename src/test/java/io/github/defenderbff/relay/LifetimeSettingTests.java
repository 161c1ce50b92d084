package io.github.defenderbff.relay;

import java.time.Duration;

import io.github.defenderbff.Bff;
import io.github.defenderbff.OnSandbox;
import io.github.defenderbff.problem.SettingProblem;
import io.github.defenderbff.responsecache.TestCaches;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.web.service.registry.HttpServiceProxyRegistry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** How long answers live where the operator says so. */
@OnSandbox
class LifetimeSettingTests {

	private final Bff bff;

	LifetimeSettingTests(Bff bff) {
		this.bff = bff;
	}

	private Operations with(String operation, Duration fresh) {
		return new Operations(this.bff.context().getBeanProvider(HttpServiceProxyRegistry.class),
				TestCaches.fresh(operation, fresh), this.bff.context().getBeanProvider(Detour.class),
				this.bff.context().getBeanProvider(Guardrail.class));
	}

	@Test
	void isForTheNamedOperationOnly() {
		var operations = with("machines.list", Duration.ZERO);
		operations.afterSingletonsInstantiated();
		assertThat(operations.declared()).filteredOn((operation) -> operation.id().startsWith("machines."))
			.filteredOn(Operation::mayBeStored)
			.allSatisfy(
					(operation) -> assertThat(operation.storable()).isEqualTo(!operation.id().equals("machines.list")));
	}

	@ParameterizedTest
	@ValueSource(strings = { "machines.lists", "machines.isolate", "machineActions.packageUri" })
	void mustNameAReadThatIsStored(String operation) {
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(with(operation, Duration.ofSeconds(5))::afterSingletonsInstantiated)
			.withMessageContaining("'" + operation + "', which is no operation whose answers are stored");
	}

}
