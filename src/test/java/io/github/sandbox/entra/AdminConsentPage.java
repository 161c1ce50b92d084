package io.github.sandbox.entra;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

import io.github.sandbox.organisation.Organisation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page on which an administrator consents for the whole organisation, outside a
 * sign-in.
 */
@RestController
final class AdminConsentPage {

	private final Consents consents;

	private final AppRegistration app;

	AdminConsentPage(Consents consents, AppRegistration app) {
		this.consents = consents;
		this.app = app;
	}

	@GetMapping(path = Tenant.ADMIN_CONSENT, produces = MediaType.TEXT_HTML_VALUE)
	ResponseEntity<String> page(Request request, @AuthenticationPrincipal SignedIn session, CsrfToken csrf) {
		if (!isKnown(request)) {
			return ResponseEntity.badRequest()
				.body(Page.render("Sorry, this does not work", "<p class=\"code\">%s</p>%n"
					.formatted(Page.escape(Aadsts.UNKNOWN_REDIRECT_URI.description()))));
		}
		String fields = Page.hidden(csrf.getParameterName(), csrf.getToken()) + request.fields();
		String accept = session.isAdministrator()
				? "<button class=\"action primary\" name=\"decision\" value=\"accept\">Accept</button>"
				: "<p>Only an administrator of your organisation can grant this.</p>";
		return ResponseEntity.ok(Page.render("Permissions requested for your organisation", """
				%s<form class="actions" method="post" action="%s">
				%s%s
				<button class="action" name="decision" value="cancel">Cancel</button>
				</form>
				""".formatted(ConsentPage.list(request.scopes()), Tenant.ADMIN_CONSENT, fields, accept)));
	}

	@PostMapping(Tenant.ADMIN_CONSENT)
	ResponseEntity<Void> decide(Request request, @RequestParam String decision,
			@AuthenticationPrincipal SignedIn session) {
		if (!isKnown(request)) {
			return ResponseEntity.badRequest().build();
		}
		Map<String, String> answer = new LinkedHashMap<>();
		if (decision.equals("accept") && session.isAdministrator()) {
			this.consents.consentForOrganisation(request.scopes());
			answer.put("admin_consent", "True");
			answer.put("tenant", Organisation.TENANT_ID);
			answer.put("scope", request.scope());
		}
		else {
			Aadsts code = session.isAdministrator() ? Aadsts.CONSENT_DECLINED : Aadsts.ADMIN_CONSENT_REQUIRED;
			answer.put("error", code.error());
			if (code == Aadsts.CONSENT_DECLINED) {
				answer.put("error_subcode", "cancel");
			}
			answer.put("error_description", code.description());
		}
		String state = request.state();
		if (state != null) {
			answer.put("state", state);
		}
		String address = AuthorizeErrors.withParameters(request.redirect_uri(), answer);
		return ResponseEntity.status(HttpStatus.FOUND).header("Location", address).build();
	}

	private boolean isKnown(Request request) {
		return request.client_id().equals(this.app.clientId()) && this.app.mayRedirectTo(request.redirect_uri());
	}

	/** The request's parameters, named as on the wire. */
	record Request(String client_id, String scope, String redirect_uri, @Nullable String state) {

		Set<Scope> scopes() {
			return Scope.all(Arrays.asList(this.scope.split(" ", -1)));
		}

		String fields() {
			String state = (this.state != null) ? Page.hidden("state", this.state) : "";
			return Page.hidden("client_id", this.client_id) + Page.hidden("scope", this.scope)
					+ Page.hidden("redirect_uri", this.redirect_uri) + state;
		}

	}

}
