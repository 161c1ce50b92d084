package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.github.defenderbff.store.StoreUnavailable;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends the browser to the identity provider. */
@Hidden
@Controller
class LoginController {

	private final SignInRequests requests;

	private final AdminConsent adminConsent;

	private final SignInOutcome outcome;

	private final Sessions sessions;

	LoginController(SignInRequests requests, AdminConsent adminConsent, SignInOutcome outcome, Sessions sessions) {
		this.sessions = sessions;
		this.requests = requests;
		this.adminConsent = adminConsent;
		this.outcome = outcome;
	}

	/** Asks for the scopes of the sign-in. */
	@GetMapping(SignInPaths.LOGIN)
	void login(@RequestParam(required = false) @Nullable String returnTo, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		this.requests.signIn(SignInPurpose.ofAnybody(ReturnPath.of(returnTo), before(request)), request, response);
	}

	/** Asks for one scope more than the session already has. */
	@GetMapping(SignInPaths.CONSENT)
	void consent(@RequestParam String scope, @RequestParam(required = false) @Nullable String returnTo,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.requests.consent(
				SignInPurpose.ofSamePerson(ReturnPath.of(returnTo), Set.of(scope(scope)), before(request)), request,
				response);
	}

	/** Asks for a newer or stronger sign-in with the scopes that the session has. */
	@GetMapping(SignInPaths.STEP_UP)
	void stepUp(@RequestParam(required = false) @Nullable String returnTo, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		this.requests.stepUp(SignInPurpose.ofSamePerson(ReturnPath.of(returnTo), Set.of(), before(request)), request,
				response);
	}

	/** Lets an administrator consent to scopes for everybody. */
	@GetMapping(SignInPaths.ADMIN_CONSENT)
	void adminConsent(@RequestParam(required = false) @Nullable String returnTo, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		var purpose = SignInPurpose.ofSamePerson(ReturnPath.of(returnTo), scopes(request.getParameterValues("scope")),
				before(request));
		response.sendRedirect(this.adminConsent.begin(purpose, request, response));
	}

	/**
	 * Whoever sends a browser here may write what they like into the address: only the
	 * state counts, and the tokens of another sign-in say what is in force.
	 */
	@GetMapping(SignInPaths.ADMIN_CONSENT_CALLBACK)
	void adminConsented(HttpServletRequest request, HttpServletResponse response) throws IOException {
		var purpose = this.adminConsent.complete(request).orElseThrow(() -> new SignInFailed(SignInFailed.UNKNOWN));
		var error = request.getParameter(OAuth2ParameterNames.ERROR);
		if (error != null) {
			this.outcome.failed(error, purpose, request, response);
			return;
		}
		this.requests.consent(purpose, request, response);
	}

	private @Nullable LiveSession before(HttpServletRequest request) {
		return this.sessions.of(request).orElse(null);
	}

	private static Set<Scope> scopes(String @Nullable [] names) {
		if (names == null || names.length > Scope.values().length) {
			throw new NotAScope();
		}
		return Arrays.stream(names).map(LoginController::scope).collect(Collectors.toSet());
	}

	private static Scope scope(String name) {
		return Scope.named(name).orElseThrow(() -> new NotAScope());
	}

	@ExceptionHandler({ IdentityProviderUnreachable.class, StoreUnavailable.class })
	void unavailable(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.outcome.unavailable(failure, request, response);
	}

	@ExceptionHandler
	void failed(SignInFailure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.outcome.tell(failure, request, response);
	}

	/** The scope is not one of the closed list. */
	static final class NotAScope extends Failure {

		NotAScope() {
			super(ProblemType.INVALID_PARAMETER,
					"scope must be the short name of a Defender scope, such as Machine.Isolate, and each named once.");
			member("parameter", "scope");
		}

	}

}
