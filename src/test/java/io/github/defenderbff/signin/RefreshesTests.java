package io.github.defenderbff.signin;

import java.util.function.Supplier;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

/** What became of renewals, as it is counted. */
class RefreshesTests {

	private final SimpleMeterRegistry meters = new SimpleMeterRegistry();

	private final Refreshes refreshes = new Refreshes();

	private double count(String outcome) {
		return this.meters.get("signin.refreshes").tag("outcome", outcome).functionCounter().count();
	}

	private void fails(RuntimeException failure) {
		Supplier<String> asked = () -> {
			throw failure;
		};
		assertThatThrownBy(() -> this.refreshes.counted(asked)).isSameAs(failure);
	}

	@Test
	void whatTheProviderSaidIsCounted() {
		this.refreshes.bindTo(this.meters);
		assertThat(this.refreshes.<String>counted(() -> "tokens")).isEqualTo("tokens");
		fails(new SessionEnded("over"));
		fails(new IllegalStateException("no answer"));
		assertThat(count("renewed")).isEqualTo(1);
		assertThat(count("ended")).isEqualTo(1);
		assertThat(count("failed")).isEqualTo(1);
		assertThat(count("shared")).isZero();
		assertThat(count("interaction")).isZero();
	}

}
