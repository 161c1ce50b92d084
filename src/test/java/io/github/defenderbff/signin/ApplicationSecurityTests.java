package io.github.defenderbff.signin;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.security.web.SecurityFilterChain;

import static org.assertj.core.api.Assertions.assertThat;

/** Applications may call only where the operator says so. */
class ApplicationSecurityTests {

	private final ApplicationContextRunner runner = new ApplicationContextRunner()
		.withUserConfiguration(ApplicationSecurity.class);

	@Test
	void nothingReadsTheAuthorizationHeaderByDefault() {
		this.runner.withPropertyValues("signin.applications.tenants=7f1c2a3e")
			.run((context) -> assertThat(context).hasNotFailed()
				.doesNotHaveBean(SecurityFilterChain.class)
				.doesNotHaveBean(ApplicationTokenCheck.class));
	}

	@ParameterizedTest
	@ValueSource(strings = { "false", "False", "" })
	void nothingReadsTheAuthorizationHeaderUnlessItIsSwitchedOn(String enabled) {
		this.runner.withPropertyValues("signin.applications.enabled=" + enabled)
			.run((context) -> assertThat(context).doesNotHaveBean(ApplicationTokenCheck.class));
	}

}
