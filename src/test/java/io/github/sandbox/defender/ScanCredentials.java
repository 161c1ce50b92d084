package io.github.sandbox.defender;

import java.util.List;
import java.util.Map;
import java.util.Set;

import tools.jackson.databind.JsonNode;

/** Reads how a scan signs in: the kind of scan and the type decide what is needed. */
final class ScanCredentials {

	private static final String PREFIX = "#microsoft.windowsDefenderATP.api.";

	private static final Map<String, String> SCHEMES = Map.of("Network", PREFIX + "SnmpAuthParams", "Windows",
			PREFIX + "WindowsAuthParams");

	/** What each type needs, unless the credentials are in a key vault. */
	private static final Map<String, Map<String, List<String>>> NEEDED = Map.of("Network",
			Map.of("CommunityString", List.of("communityString"), "NoAuthNoPriv", List.of("username"), "AuthNoPriv",
					List.of("username", "authProtocol", "authPassword"), "AuthPriv",
					List.of("username", "authProtocol", "authPassword", "privProtocol", "privPassword")),
			"Windows", Map.of("Kerberos", List.of("domain", "username"), "Negotiate", List.of("domain", "username")));

	private static final Map<String, Set<String>> VALUES = Map.of("authProtocol", Set.of("MD5", "SHA1"), "privProtocol",
			Set.of("DES", "3DES", "AES"));

	private ScanCredentials() {
	}

	static Entity of(JsonNode json, String scanType) {
		if (!json.isObject()) {
			throw Refusal.badRequest("InvalidRequestBody", "Property 'scanAuthenticationParams' is not an object.");
		}
		RequestBody body = new RequestBody(json);
		body.allowOnly(ScanView.CREDENTIALS.toArray(String[]::new));
		requireScheme(body, scanType);
		List<String> needed = needed(body, scanType);
		if (body.text("keyVaultUrl").isEmpty()) {
			needed.forEach(body::required);
		}
		VALUES.forEach(body::oneOf);
		if (scanType.equals("Windows") && !json.path("isGmsaUser").asBoolean(false)) {
			throw Refusal.badRequest("InvalidInput", "'isGmsaUser' must be true for Windows.");
		}
		Entity.Builder credentials = Entity.builder();
		ScanView.CREDENTIALS.forEach((name) -> credentials.with(name, body.json().get(name)));
		return credentials.build();
	}

	private static void requireScheme(RequestBody body, String scanType) {
		if (!body.required("@odata.type").equals(SCHEMES.get(scanType))) {
			throw Refusal.badRequest("InvalidInput", "The '@odata.type' does not fit the scan type.");
		}
	}

	private static List<String> needed(RequestBody body, String scanType) {
		Map<String, List<String>> types = NEEDED.getOrDefault(scanType, Map.of());
		return types.getOrDefault(body.required("type", types.keySet()), List.of());
	}

}
