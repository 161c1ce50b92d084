package io.github.sandbox.entra;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.text.ParseException;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import com.nimbusds.jwt.SignedJWT;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * A confidential client as a test would write it, talking to the look-alike over HTTP.
 */
final class TestApp {

	static final URI REDIRECT_URI = URI.create("http://localhost:9/login/callback");

	static final URI SIGNED_OUT = URI.create("http://localhost:9/signed-out");

	static final EntraApp REGISTRATION = new EntraApp("11111111-2222-4333-8444-555555555555", "a secret+with/signs",
			Set.of(REDIRECT_URI), SIGNED_OUT, Set.of("Machine.Read", "Alert.Read"), Set.of("Machine.Isolate"));

	static final EntraDaemon DAEMON = new EntraDaemon("66666666-7777-4888-8999-aaaaaaaaaaaa", "a daemon's secret",
			"A daemon", Set.of("Machine.Read.All", "Alert.Read.All"));

	static final String SIGN_IN_SCOPES = "openid profile email offline_access " + defender("Machine.Read");

	private static final String VERIFIER = "a-code-verifier-that-is-long-enough-to-be-accepted-1234567890";

	private final HttpClient http = HttpClient.newHttpClient();

	private final JsonMapper json = new JsonMapper();

	private final EntraLookAlike entra;

	TestApp(EntraLookAlike entra) {
		this.entra = entra;
	}

	static String defender(String name) {
		return "https://api.securitycenter.microsoft.com/" + name;
	}

	JsonNode discovery() {
		HttpRequest request = HttpRequest
			.newBuilder(URI.create(this.entra.issuer() + "/.well-known/openid-configuration"))
			.build();
		return read(send(request));
	}

	URI endpoint(String name) {
		return URI.create(discovery().get(name).asString());
	}

	URI authorize(String scopes, Map<String, String> more) {
		Map<String, String> parameters = new LinkedHashMap<>(Map.of("client_id", REGISTRATION.clientId(),
				"response_type", "code", "redirect_uri", REDIRECT_URI.toString(), "scope", scopes, "state", "a state",
				"nonce", "a nonce", "code_challenge", challenge(), "code_challenge_method", "S256"));
		parameters.putAll(more);
		parameters.values().removeIf(String::isEmpty);
		return URI.create(endpoint("authorization_endpoint") + "?" + form(parameters));
	}

	Answer redeem(String code) {
		return token(Map.of("grant_type", "authorization_code", "code", code, "redirect_uri", REDIRECT_URI.toString(),
				"code_verifier", VERIFIER, "client_id", REGISTRATION.clientId(), "client_secret",
				REGISTRATION.clientSecret()));
	}

	Answer refresh(String refreshToken, String scopes) {
		return token(Map.of("grant_type", "refresh_token", "refresh_token", refreshToken, "scope", scopes, "client_id",
				REGISTRATION.clientId(), "client_secret", REGISTRATION.clientSecret()));
	}

	Answer token(Map<String, String> parameters) {
		HttpResponse<String> response = send(tokenRequest(parameters).build());
		return new Answer(response.statusCode(), read(response));
	}

	Answer tokenWithBasic(Map<String, String> parameters, String secret) {
		String credentials = encode(REGISTRATION.clientId()) + ":" + encode(secret);
		String header = "Basic " + Base64.getEncoder().encodeToString(credentials.getBytes(StandardCharsets.UTF_8));
		HttpResponse<String> response = send(tokenRequest(parameters).header("Authorization", header).build());
		return new Answer(response.statusCode(), read(response));
	}

	HttpRequest.Builder tokenRequest(Map<String, String> parameters) {
		return HttpRequest.newBuilder(endpoint("token_endpoint"))
			.header("Content-Type", "application/x-www-form-urlencoded")
			.POST(HttpRequest.BodyPublishers.ofString(form(parameters)));
	}

	private HttpResponse<String> send(HttpRequest request) {
		try {
			return this.http.send(request, HttpResponse.BodyHandlers.ofString());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		catch (InterruptedException ex) {
			Thread.currentThread().interrupt();
			throw new AssertionError(ex);
		}
	}

	private JsonNode read(HttpResponse<String> response) {
		return this.json.readTree(response.body());
	}

	private static String challenge() {
		try {
			byte[] digest = MessageDigest.getInstance("SHA-256").digest(VERIFIER.getBytes(StandardCharsets.US_ASCII));
			return Base64.getUrlEncoder().withoutPadding().encodeToString(digest);
		}
		catch (NoSuchAlgorithmException ex) {
			throw new AssertionError(ex);
		}
	}

	private static String form(Map<String, String> parameters) {
		return parameters.entrySet()
			.stream()
			.map((entry) -> entry.getKey() + "=" + encode(entry.getValue()))
			.collect(Collectors.joining("&"));
	}

	private static String encode(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8);
	}

	/**
	 * What the token endpoint said.
	 *
	 * @param status the HTTP status
	 * @param body the JSON
	 */
	record Answer(int status, JsonNode body) {

		String text(String name) {
			return this.body.path(name).asString("");
		}

		Map<String, Object> claims(String token) {
			try {
				return SignedJWT.parse(text(token)).getJWTClaimsSet().getClaims();
			}
			catch (ParseException ex) {
				throw new AssertionError(ex);
			}
		}

	}

}
