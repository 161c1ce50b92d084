package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.Map;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonProperty;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.security.web.authentication.logout.LogoutSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * Ends the session here first, then tells where the identity provider's own session is
 * ended (OpenID Connect RP-Initiated Logout 1.0). No ID token is sent along: an address
 * ends up in histories and logs, and client id and logout hint are enough.
 */
@Component
final class SignOut implements LogoutHandler, LogoutSuccessHandler {

	private static final Logger log = LoggerFactory.getLogger(SignOut.class);

	private static final String LOGIN_HINT = SignOut.class.getName() + ".hint";

	private final ClientRegistrationRepository registrations;

	private final SignInProperties properties;

	private final JsonMapper json;

	private final Sessions sessions;

	SignOut(ClientRegistrationRepository registrations, SignInProperties properties, JsonMapper json,
			Sessions sessions) {
		this.sessions = sessions;
		this.registrations = registrations;
		this.properties = properties;
		this.json = json;
	}

	@Override
	public void logout(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) {
		var ended = this.sessions.peek(request);
		this.sessions.end(request, response, SessionEnd.SIGNED_OUT);
		ended.ifPresent((session) -> {
			request.setAttribute(LOGIN_HINT, session.record().loginHint());
			log.info("Signed out: {}", session.record().person().objectId());
		});
	}

	/**
	 * Who accepts JSON is told the address, since a script cannot follow; others are
	 * redirected.
	 */
	@Override
	public void onLogoutSuccess(HttpServletRequest request, HttpServletResponse response,
			@Nullable Authentication authentication) throws IOException {
		var next = endSession((String) request.getAttribute(LOGIN_HINT)).orElse(this.properties.origin() + "/");
		response.setHeader("Clear-Site-Data", "\"cache\", \"storage\"");
		response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
		if (wantsJson(request)) {
			response.setContentType(MediaType.APPLICATION_JSON_VALUE);
			this.json.writeValue(response.getOutputStream(), new SignedOut(next));
		}
		else {
			response.setStatus(HttpStatus.SEE_OTHER.value());
			response.setHeader(HttpHeaders.LOCATION, next);
		}
	}

	private static boolean wantsJson(HttpServletRequest request) {
		var accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains(MediaType.APPLICATION_JSON_VALUE);
	}

	private Optional<String> endSession(@Nullable String loginHint) {
		try {
			var registration = ClientRegistrations.defender(this.registrations);
			var endpoint = registration.getProviderDetails().getConfigurationMetadata().get("end_session_endpoint");
			return Optional.ofNullable(endpoint)
				.map((address) -> UriComponentsBuilder.fromUriString(address.toString())
					.queryParam("client_id", "{client}")
					.queryParam("post_logout_redirect_uri", "{back}")
					.queryParamIfPresent("logout_hint", Optional.ofNullable(loginHint).map((_) -> "{hint}"))
					.encode()
					.buildAndExpand(Map.of("client", registration.getClientId(), "back", this.properties.origin() + "/",
							"hint", (loginHint != null) ? loginHint : ""))
					.toUriString());
		}
		catch (IdentityProviderUnreachable _) {
			log.warn("The identity provider does not answer; only the local session was ended");
			return Optional.empty();
		}
	}

	/**
	 * The answer to a script.
	 *
	 * @param endSessionUrl where the browser goes to end the provider's session as well
	 */
	private record SignedOut(@JsonProperty("end_session_url") String endSessionUrl) {

	}

}
