package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.LinkedHashSet;
import java.util.Set;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Sends the browser to the identity provider. */
@Hidden
@Controller
class LoginController {

	private final SignInRequests requests;

	private final SignInOutcome outcome;

	LoginController(SignInRequests requests, SignInOutcome outcome) {
		this.requests = requests;
		this.outcome = outcome;
	}

	/** Asks for the scopes of the sign-in. */
	@GetMapping(SignInPaths.LOGIN)
	void login(@RequestParam(required = false) @Nullable String returnTo, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		var purpose = SignInPurpose.of(ReturnPath.of(returnTo), Set.of(), request);
		this.requests.send(purpose, Set.of(), request, response);
	}

	/** Asks for one scope more than the session already has. */
	@GetMapping(SignInPaths.CONSENT)
	void consent(@RequestParam String scope, @RequestParam(required = false) @Nullable String returnTo,
			HttpServletRequest request, HttpServletResponse response) throws IOException {
		var to = ReturnPath.of(returnTo);
		var wanted = Scope.named(scope).orElseThrow(() -> new NotAScope());
		var purpose = SignInPurpose.of(to, Set.of(wanted), request);
		var scopes = new LinkedHashSet<>(purpose.granted());
		scopes.addAll(purpose.wanted());
		this.requests.send(purpose, scopes, request, response);
	}

	@ExceptionHandler
	void unreachable(IdentityProviderUnreachable failure, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		this.outcome.tell(failure, "Sign-in is not possible for now", request, response);
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
