package io.github.defenderbff.signin;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;

/**
 * A sign-in under way as it is written down.
 *
 * @param ends when it is over
 * @param adminConsent whether it comes back from an administrator's consent, with no code
 * @param authorizationUri where the browser was sent
 * @param clientId the client
 * @param redirectUri where it comes back to
 * @param scopes what was asked for
 * @param state what it comes back with
 * @param parameters what was sent besides
 * @param secrets the nonce, the code verifier and the like
 * @param purpose what it is for
 */
record SignInDocument(Instant ends, boolean adminConsent, String authorizationUri, String clientId, String redirectUri,
		Set<String> scopes, String state, Map<String, String> parameters, Map<String, String> secrets,
		Purpose purpose) {

	static SignInDocument of(OAuth2AuthorizationRequest request, boolean adminConsent, Instant ends) {
		return new SignInDocument(ends, adminConsent, request.getAuthorizationUri(), request.getClientId(),
				String.valueOf(request.getRedirectUri()), request.getScopes(), String.valueOf(request.getState()),
				texts(request.getAdditionalParameters()), texts(request.getAttributes()),
				Purpose.of(SignInPurpose.of(request)));
	}

	/** Objects of ours among the attributes are written down in their own way. */
	private static Map<String, String> texts(Map<String, Object> values) {
		var texts = new TreeMap<String, String>();
		values.forEach((name, value) -> {
			if (value instanceof String text) {
				texts.put(name, text);
			}
		});
		return texts;
	}

	/**
	 * The request.
	 * @param sessions finds a session by its name; null where it has ended
	 */
	OAuth2AuthorizationRequest request(Function<String, @Nullable LiveSession> sessions) {
		return this.purpose.read(sessions)
			.keptIn(OAuth2AuthorizationRequest.authorizationCode()
				.authorizationUri(this.authorizationUri)
				.clientId(this.clientId)
				.redirectUri(this.redirectUri)
				.scopes(this.scopes)
				.state(this.state)
				.additionalParameters(new HashMap<>(this.parameters))
				.attributes(new HashMap<>(this.secrets))
				.build());
	}

	/**
	 * What it is for.
	 *
	 * @param returnTo where the browser goes afterwards
	 * @param wanted the scopes it shall bring besides
	 * @param elsewhere the scopes of other resources; null for none
	 * @param before the name of the session the browser had
	 * @param claims what its tokens must bring
	 * @param samePerson who alone may complete it
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Purpose(String returnTo, List<String> wanted, @Nullable Set<String> elsewhere, @Nullable String before,
			@Nullable String claims, @Nullable Subject samePerson) {

		private static Purpose of(SignInPurpose purpose) {
			var before = purpose.before();
			var claims = purpose.claims();
			return new Purpose(purpose.returnTo().value(), purpose.wanted().stream().map(Scope::value).toList(),
					purpose.elsewhere().isEmpty() ? null : purpose.elsewhere(), (before != null) ? before.name() : null,
					(claims != null) ? claims.json() : null, purpose.samePerson());
		}

		private SignInPurpose read(Function<String, @Nullable LiveSession> sessions) {
			var scopes = this.wanted.stream()
				.flatMap((name) -> Scope.named(name).stream())
				.collect(Collectors.toUnmodifiableSet());
			return new SignInPurpose(ReturnPath.of(this.returnTo), scopes,
					(this.elsewhere != null) ? this.elsewhere : Set.of(),
					(this.before != null) ? sessions.apply(this.before) : null,
					(this.claims != null) ? new Claims(this.claims) : null, this.samePerson);
		}

	}

}
