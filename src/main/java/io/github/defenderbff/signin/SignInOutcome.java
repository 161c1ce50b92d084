package io.github.defenderbff.signin;

import java.io.IOException;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.web.authentication.AuthenticationFailureHandler;
import org.springframework.security.web.authentication.AuthenticationSuccessHandler;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerExceptionResolver;

/** What a browser sees when it comes back from the identity provider. */
@Component
final class SignInOutcome implements AuthenticationSuccessHandler, AuthenticationFailureHandler {

	private static final Logger log = LoggerFactory.getLogger(SignInOutcome.class);

	private final HandlerExceptionResolver problems;

	private final AdminConsent adminConsent;

	private final SignInTransactions transactions;

	private final Sessions sessions;

	private final ApplicationEventPublisher events;

	SignInOutcome(HandlerExceptionResolver handlerExceptionResolver, AdminConsent adminConsent,
			SignInTransactions transactions, Sessions sessions, ApplicationEventPublisher events) {
		this.problems = handlerExceptionResolver;
		this.adminConsent = adminConsent;
		this.transactions = transactions;
		this.sessions = sessions;
		this.events = events;
	}

	/** The token response tells what was granted; what was asked for does not. */
	@Override
	public void onAuthenticationSuccess(HttpServletRequest request, HttpServletResponse response,
			Authentication authentication) throws IOException {
		var purpose = SignInPurpose.completedBy(request);
		var missing = missing(purpose.wanted(), request);
		this.sessions.peek(request).ifPresent((session) -> publish(purpose.wanted(), missing, session.record()));
		if (missing.isEmpty()) {
			SignInPages.landing(response, purpose.returnTo());
			return;
		}
		log.info("Not granted after consent: {}", missing);
		show(NotGranted.afterAll(missing, purpose.returnTo(), this.adminConsent.url(missing, purpose.returnTo())),
				request, response);
	}

	/** Of a grant that is not known nothing is told. */
	private void publish(Set<Scope> wanted, Set<Scope> missing, SessionRecord session) {
		var subject = session.person().subject();
		if (!missing.isEmpty()) {
			this.events
				.publishEvent(new SignInEvent.ConsentRefused(subject, missing, ProblemType.SCOPE_NOT_GRANTED.slug()));
		}
		else if (!wanted.isEmpty() && session.evidence().grant() instanceof Grant.Known) {
			this.events.publishEvent(new SignInEvent.Consented(subject, wanted));
		}
	}

	private Set<Scope> missing(Set<Scope> wanted, HttpServletRequest request) {
		var grant = this.sessions.peek(request).map((session) -> session.record().evidence().grant()).orElse(null);
		if (wanted.isEmpty() || !(grant instanceof Grant.Known(var granted, var _))) {
			return Set.of();
		}
		var missing = EnumSet.copyOf(wanted);
		missing.removeAll(granted);
		return missing;
	}

	@Override
	public void onAuthenticationFailure(HttpServletRequest request, HttpServletResponse response,
			AuthenticationException exception) throws IOException {
		var purpose = SignInPurpose.completedBy(request);
		switch (exception) {
			case NewSession.SomebodyElse _ -> {
				log.info("Sign-in refused: somebody else came back");
				this.events.publishEvent(new SignInEvent.Failed(purpose.subject(), "somebody-else"));
				show(new NotTheSamePerson(purpose.returnTo()), request, response);
			}
			case OAuth2AuthenticationException refusal -> refused(refusal, purpose, request, response);
			default -> failed("unexpected", purpose, request, response);
		}
	}

	/** The token endpoint says more than an address on the way back could. */
	private void refused(OAuth2AuthenticationException refusal, SignInPurpose purpose, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		var error = refusal.getError();
		if (request.getParameter(OAuth2ParameterNames.ERROR) == null
				&& ClientCredentialRejected.isMeantBy(error.getErrorCode())) {
			unavailable(new ClientCredentialRejected(refusal), request, response);
			return;
		}
		var claims = TokenError.claimsOf(error);
		if (claims != null) {
			this.transactions.demand(claims, request);
		}
		failed(TokenError.isForConsent(error) ? "consent_required" : error.getErrorCode(), purpose, request, response);
	}

	/** Tells that nobody can sign in for now. */
	void unavailable(Failure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.events.publishEvent(new SignInEvent.Failed(null, failure.type().slug()));
		tell(failure, "Sign-in is not possible for now",
				List.of(new SignInPages.Link(SignInPaths.LOGIN, "Try again"), SignInPages.Link.START), request,
				response);
	}

	/** Tells what an error of the identity provider means. */
	void failed(String code, SignInPurpose purpose, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		var word = code.matches("[a-z_]{1,40}") ? code : "unexpected";
		log.info("Sign-in failed: {}", word);
		var failure = meaning(code, request.getParameter("error_subcode"), purpose);
		this.events.publishEvent((failure instanceof NotGranted)
				? new SignInEvent.ConsentRefused(purpose.subject(), purpose.wanted(), failure.type().slug())
				: new SignInEvent.Failed(purpose.subject(), word));
		show(failure, request, response);
	}

	/**
	 * Entra marks a person's no with a subcode. Without that it was Entra that did not
	 * let the person consent, while elsewhere it is the person's no as well. Entra's
	 * error numbers stand in descriptions only and are free to change.
	 */
	private SignInFailure meaning(String code, @Nullable String subcode, SignInPurpose purpose) {
		return switch (code) {
			case "access_denied" -> {
				var url = this.adminConsent.url(purpose.wanted(), purpose.returnTo());
				yield ("cancel".equals(subcode) || url == null) ? NotGranted.declined(purpose, url)
						: NotGranted.withoutAdministrator(purpose, url);
			}
			case "permission_denied" ->
				NotGranted.declined(purpose, this.adminConsent.url(purpose.wanted(), purpose.returnTo()));
			case "consent_required" ->
				NotGranted.withoutAdministrator(purpose, this.adminConsent.url(purpose.wanted(), purpose.returnTo()));
			default -> new SignInFailed(code);
		};
	}

	/** Tells a failure of a sign-in that was not known here. */
	void tell(SignInFailure failure, HttpServletRequest request, HttpServletResponse response) throws IOException {
		this.events.publishEvent(new SignInEvent.Failed(null, failure.type().slug()));
		show(failure, request, response);
	}

	/** Tells a failure as a page to a person, and as a problem to a script. */
	private void show(SignInFailure failure, HttpServletRequest request, HttpServletResponse response)
			throws IOException {
		tell(failure, failure.heading(), failure.links(), request, response);
	}

	private void tell(Failure failure, String heading, List<SignInPages.Link> links, HttpServletRequest request,
			HttpServletResponse response) throws IOException {
		if (wantsPage(request)) {
			SignInPages.failed(response, failure.type().status(), heading,
					Objects.requireNonNullElse(failure.getBody().getDetail(), failure.type().title()), links);
		}
		else {
			this.problems.resolveException(request, response, null, failure);
		}
	}

	private static boolean wantsPage(HttpServletRequest request) {
		var accept = request.getHeader(HttpHeaders.ACCEPT);
		return accept != null && accept.contains(MediaType.TEXT_HTML_VALUE);
	}

}
