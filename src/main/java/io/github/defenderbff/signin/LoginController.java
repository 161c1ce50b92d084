package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Set;

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

	private final ResourceScopes scopes;

	LoginController(SignInRequests requests, AdminConsent adminConsent, SignInOutcome outcome, Sessions sessions,
			ResourceScopes scopes) {
		this.sessions = sessions;
		this.scopes = scopes;
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

	/** Asks for more scopes than the session already has; mostly one. */
	@GetMapping(SignInPaths.CONSENT)
	void consent(@RequestParam(required = false) @Nullable String returnTo, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		this.requests.consent(wanting(returnTo, request), request, response);
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
		response.sendRedirect(this.adminConsent.begin(wanting(returnTo, request), request, response));
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

	/** The scopes that a request names, be they Defender's or another resource's. */
	private SignInPurpose wanting(@Nullable String returnTo, HttpServletRequest request) {
		var names = request.getParameterValues("scope");
		if (names == null || names.length > Scope.values().length) {
			throw new NotAScope();
		}
		var wanted = EnumSet.noneOf(Scope.class);
		var elsewhere = new HashSet<String>();
		for (var name : names) {
			Scope.named(name)
				.ifPresentOrElse(wanted::add,
						() -> elsewhere.add(this.scopes.elsewhere(name).orElseThrow(() -> new NotAScope())));
		}
		return SignInPurpose.ofSamePerson(ReturnPath.of(returnTo), wanted, before(request)).and(elsewhere);
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
