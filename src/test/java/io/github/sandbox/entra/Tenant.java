package io.github.sandbox.entra;

import java.net.URI;

import io.github.sandbox.organisation.Organisation;

import org.springframework.core.env.Environment;

/** The addresses of the tenant; the port is known once the server runs. */
final class Tenant {

	static final String AUTHORIZE = "/" + Organisation.TENANT_ID + "/oauth2/v2.0/authorize";

	static final String TOKEN = "/" + Organisation.TENANT_ID + "/oauth2/v2.0/token";

	static final String LOGOUT = "/" + Organisation.TENANT_ID + "/oauth2/v2.0/logout";

	static final String KEYS = "/" + Organisation.TENANT_ID + "/discovery/v2.0/keys";

	static final String DISCOVERY = "/" + Organisation.TENANT_ID + "/v2.0/.well-known/openid-configuration";

	static final String ADMIN_CONSENT = "/" + Organisation.TENANT_ID + "/v2.0/adminconsent";

	static final String SIGN_IN = "/" + Organisation.TENANT_ID + "/signin";

	static final String CONSENT = "/" + Organisation.TENANT_ID + "/consent";

	private final Environment environment;

	Tenant(Environment environment) {
		this.environment = environment;
	}

	int port() {
		return this.environment.getRequiredProperty("local.server.port", Integer.class);
	}

	URI issuer() {
		return uri("/" + Organisation.TENANT_ID + "/v2.0");
	}

	URI uri(String path) {
		return URI.create("http://localhost:" + port() + path);
	}

}
