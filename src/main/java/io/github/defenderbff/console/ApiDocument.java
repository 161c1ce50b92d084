package io.github.defenderbff.console;

import java.util.List;
import java.util.regex.Pattern;

import io.github.defenderbff.signin.Csrf;
import io.github.defenderbff.signin.SessionCookie;
import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem.HttpMethod;
import io.swagger.v3.oas.models.info.Info;
import io.swagger.v3.oas.models.info.License;
import io.swagger.v3.oas.models.security.SecurityRequirement;
import io.swagger.v3.oas.models.security.SecurityScheme;
import io.swagger.v3.oas.models.servers.Server;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The head of the OpenAPI document, and how callers prove who they are. */
@Configuration(proxyBeanMethods = false)
class ApiDocument {

	private static final String SESSION = "session";

	private static final String CSRF = "csrf";

	private static final String APPLICATION = "application";

	/** What applications cannot call: it belongs to a session. */
	private static final Pattern OF_PEOPLE = Pattern
		.compile("/api/(session|policy|quota|cache|operations|people|downloads|live)(/.*)?|/api/me/(?!permissions).*");

	@Bean
	OpenAPI openApi(Csrf csrf, SessionCookie session) {
		return new OpenAPI()
			.components(new Components().addSecuritySchemes(SESSION, inCookie(session.name()))
				.addSecuritySchemes(CSRF, inHeader(csrf))
				.addSecuritySchemes(APPLICATION, bearer()))
			.addSecurityItem(new SecurityRequirement().addList(SESSION))
			.addServersItem(new Server().url("/").description("This service"))
			.info(new Info().title("Defender BFF")
				.version("0.1")
				.license(new License().name("Apache License 2.0").identifier("Apache-2.0"))
				.description("""
						The Microsoft Defender for Endpoint API for browser frontends, under delegated permissions.

						Swagger UI uses the session of whoever is signed in, and sends the CSRF token by itself. \
						[Who am I](/api/me) · [What may I do](/api/me/permissions)

						What the app may do for you is the least-privileged intersection of what was consented to \
						the app, what your roles allow, and the device groups you are exposed to. A refusal says \
						which of these is missing, and what would help."""));
	}

	private static SecurityScheme inCookie(String name) {
		return new SecurityScheme().type(SecurityScheme.Type.APIKEY)
			.in(SecurityScheme.In.COOKIE)
			.name(name)
			.description("Nothing to fill in: sign-in begins the session, and browsers send its cookie by themselves.");
	}

	private static SecurityScheme inHeader(Csrf csrf) {
		return new SecurityScheme().type(SecurityScheme.Type.APIKEY)
			.in(SecurityScheme.In.HEADER)
			.name(csrf.header())
			.description("Nothing to fill in here: this page sends it. Frontends send the value of the cookie "
					+ csrf.cookie() + " with every POST, PATCH and DELETE.");
	}

	private static SecurityScheme bearer() {
		return new SecurityScheme().type(SecurityScheme.Type.HTTP)
			.scheme("bearer")
			.bearerFormat("JWT")
			.description("For applications without a person, where the operator lets them call: a token issued to the "
					+ "application for this service. Nothing to fill in: pages in a browser must not use it.");
	}

	/**
	 * Either a session, with the CSRF token for unsafe methods, or an application's
	 * token; whether there is a session is told to anybody.
	 */
	@Bean
	GlobalOpenApiCustomizer security() {
		return (document) -> document.getPaths()
			.forEach((path, item) -> item.readOperationsMap()
				.forEach((method, operation) -> operation.setSecurity(alternatives(path, method))));
	}

	private static List<SecurityRequirement> alternatives(String path, HttpMethod method) {
		if (path.equals("/api/session")) {
			return List.of();
		}
		var session = new SecurityRequirement().addList(SESSION);
		var person = (method == HttpMethod.GET) ? session : session.addList(CSRF);
		return OF_PEOPLE.matcher(path).matches() ? List.of(person)
				: List.of(person, new SecurityRequirement().addList(APPLICATION));
	}

}
