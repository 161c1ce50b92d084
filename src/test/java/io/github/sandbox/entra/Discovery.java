package io.github.sandbox.entra;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * The discovery document: what Entra v2 lists, without what Defender sign-in cannot use.
 */
@RestController
final class Discovery {

	private static final List<String> CLAIMS = List.of("sub", "iss", "aud", "exp", "iat", "auth_time", "nonce",
			"preferred_username", "name", "tid", "ver", "email", "sid", "oid", "groups", "wids", "login_hint");

	private final Tenant tenant;

	Discovery(Tenant tenant) {
		this.tenant = tenant;
	}

	@GetMapping(Tenant.DISCOVERY)
	Map<String, Object> document() {
		Map<String, Object> document = new LinkedHashMap<>();
		document.put("token_endpoint", this.tenant.uri(Tenant.TOKEN));
		document.put("token_endpoint_auth_methods_supported",
				List.of("client_secret_post", "private_key_jwt", "client_secret_basic"));
		document.put("jwks_uri", this.tenant.uri(Tenant.KEYS));
		document.put("response_modes_supported", List.of("query"));
		document.put("subject_types_supported", List.of("pairwise"));
		document.put("id_token_signing_alg_values_supported", List.of("RS256"));
		document.put("response_types_supported", List.of("code"));
		document.put("scopes_supported", List.of("openid", "profile", "email", "offline_access"));
		document.put("issuer", this.tenant.issuer());
		document.put("request_uri_parameter_supported", false);
		document.put("authorization_endpoint", this.tenant.uri(Tenant.AUTHORIZE));
		document.put("http_logout_supported", true);
		document.put("frontchannel_logout_supported", true);
		document.put("end_session_endpoint", this.tenant.uri(Tenant.LOGOUT));
		document.put("claims_supported", CLAIMS);
		document.put("tenant_region_scope", "EU");
		return document;
	}

}
