package io.github.defenderbff.console;

import io.github.defenderbff.signin.Csrf;
import io.github.defenderbff.signin.SessionCookie;
import org.junit.jupiter.api.Test;
import org.springdoc.core.properties.SwaggerUiConfigProperties;

import org.springframework.boot.test.context.runner.ApplicationContextRunner;

import static org.assertj.core.api.Assertions.assertThat;

/** How Swagger UI comes to send the CSRF token. */
class SwaggerUiCsrfTests {

	private final ApplicationContextRunner context = new ApplicationContextRunner()
		.withUserConfiguration(ApiDocument.class)
		.withBean(SessionCookie.class, () -> new SessionCookie("session"))
		.withBean(Csrf.class, () -> new Csrf("__Host-XSRF-TOKEN", "X-XSRF-TOKEN"));

	@Test
	void readsTheCookieThatTheServiceSets() {
		var swaggerUi = new SwaggerUiConfigProperties();
		this.context.withInitializer((starting) -> starting.getBeanFactory().registerSingleton("swaggerUi", swaggerUi))
			.run((_) -> assertThat(swaggerUi.getCsrf().getCookieName()).isEqualTo("__Host-XSRF-TOKEN"));
	}

	@Test
	void isNotNeededWhereSwaggerUiIsOff() {
		this.context.run((running) -> assertThat(running).hasNotFailed());
	}

}
