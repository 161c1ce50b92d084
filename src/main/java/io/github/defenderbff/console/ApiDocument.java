package io.github.defenderbff.console;

import io.github.defenderbff.signin.Csrf;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.properties.SwaggerUiConfigProperties;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document, and what Swagger UI needs to use the session. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

	@Bean
	OpenAPI openApi() {
		return new OpenAPI().addServersItem(new Server().url("/").description("This service"))
			.info(new Info().title("Defender BFF").version("0.1").description("""
					The Microsoft Defender for Endpoint API for browser frontends, under delegated permissions.

					[Sign in](/login?returnTo=/swagger-ui/index.html) first; this page then uses your session, and \
					sends the CSRF token by itself. [Who am I](/api/me) · [What may I do](/api/me/permissions)

					What the app may do for you is the least-privileged intersection of what was consented to \
					the app, what your roles allow, and the device groups you are exposed to. A refusal says \
					which of these is missing, and what would help."""));
	}

	/** The cookie's name depends on how browsers reach this service. */
	@Autowired
	void sendCsrfToken(ObjectProvider<SwaggerUiConfigProperties> swaggerUi, Csrf csrf) {
		swaggerUi.ifAvailable((properties) -> {
			properties.getCsrf().setCookieName(csrf.cookie());
			properties.getCsrf().setHeaderName(csrf.header());
		});
	}

}
