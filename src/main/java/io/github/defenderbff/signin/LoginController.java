package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.LinkedHashSet;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.security.oauth2.client.registration.ClientRegistrationRepository;
import org.springframework.security.oauth2.client.web.DefaultOAuth2AuthorizationRequestResolver;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends the browser to the identity provider. */
@Hidden
@Controller
class LoginController {

	private static final Logger log = LoggerFactory.getLogger(LoginController.class);

	private final DefaultOAuth2AuthorizationRequestResolver requests;

	private final SignInTransactions transactions;

	private final SignInProperties properties;

	private final SignInOutcome outcome;

	LoginController(ClientRegistrationRepository registrations, SignInTransactions transactions,
			SignInProperties properties, SignInOutcome outcome) {
		this.requests = new DefaultOAuth2AuthorizationRequestResolver(registrations);
		this.transactions = transactions;
		this.properties = properties;
		this.outcome = outcome;
	}

	/** Asks for the scopes of the sign-in. */
	@GetMapping(SignInPaths.LOGIN)
	void login(@RequestParam(required = false) @Nullable String returnTo, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		var to = ReturnPath.of(returnTo);
		send(authorizationRequest(request), to, request, response);
	}

	/** Asks for one scope more than the session already has. */
	@GetMapping(SignInPaths.CONSENT)
	void consent(@RequestParam String scope, @RequestParam(required = false) @Nullable String returnTo,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		var to = ReturnPath.of(returnTo);
		var wanted = Scope.named(scope).orElseThrow(() -> new NotAScope());
		var standard = authorizationRequest(request);
		var scopes = new LinkedHashSet<>(standard.getScopes());
		if (Sessions.of(request)
			.map(LiveSession::record)
			.map((session) -> session.evidence().grant())
			.orElse(null) instanceof Grant.Known(var granted, var _)) {
			granted.forEach((already) -> scopes.add(already.qualified(this.properties.resource())));
		}
		scopes.add(wanted.qualified(this.properties.resource()));
		send(OAuth2AuthorizationRequest.from(standard).scopes(scopes).build(), to, request, response);
	}

	private OAuth2AuthorizationRequest authorizationRequest(HttpServletRequest request) {
		try {
			var resolved = this.requests.resolve(request, ClientRegistrations.DEFENDER);
			if (resolved == null) {
				throw new IllegalStateException("No client registration");
			}
			return resolved;
		}
		catch (IllegalArgumentException ex) {
			log.warn("The identity provider's metadata cannot be had; is the tenant or issuer right? {}",
					ex.getMessage());
			throw new IdentityProviderUnreachable(ex);
		}
	}

	@ExceptionHandler
	void unreachable(IdentityProviderUnreachable failure, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.outcome.tell(failure, "Sign-in is not possible for now", request, response);
	}

	private void send(OAuth2AuthorizationRequest transaction, ReturnPath to, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		var withReturn = OAuth2AuthorizationRequest.from(transaction).attributes((attributes) -> {
			attributes.put(SignInTransactions.RETURN_TO, to);
			Sessions.of(request).ifPresent((before) -> attributes.put(SignInTransactions.BEFORE, before));
		}).build();
		this.transactions.saveAuthorizationRequest(withReturn, request, response);
		response.sendRedirect(withReturn.getAuthorizationRequestUri());
	}

	/** The scope is not one of the closed list. */
	static final class NotAScope extends Failure {

		NotAScope() {
			super(ProblemType.INVALID_PARAMETER,
					"scope must be the short name of a Defender scope, such as Machine.Isolate.");
			member("parameter", "scope");
		}

	}

}
