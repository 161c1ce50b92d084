package io.github.sandbox.entra;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import org.springframework.http.MediaType;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * The page that asks for what has not been consented to yet, or says that an
 * administrator has to.
 */
@RestController
final class ConsentPage {

	private final Consents consents;

	private final AppRegistration app;

	ConsentPage(Consents consents, AppRegistration app) {
		this.consents = consents;
		this.app = app;
	}

	@GetMapping(path = Tenant.CONSENT, produces = MediaType.TEXT_HTML_VALUE)
	String page(@RequestParam String scope, @RequestParam String state, @AuthenticationPrincipal SignedIn session) {
		List<String> requested = Arrays.asList(scope.split(" ", -1));
		Set<Scope> missing = this.consents.missing(session.getName(), Scope.all(requested));
		boolean forAdministrators = missing.stream().anyMatch(this.consents::isAdminOnly);
		if (forAdministrators && !session.isAdministrator()) {
			return needsApproval(missing, state);
		}
		Collection<Scope> asked = missing.isEmpty() ? Scope.all(requested) : missing;
		String title = forAdministrators ? "Permissions requested for your organisation" : "Permissions requested";
		return Page.render(title,
				"""
						<p class="soft">%s, asked by the app %s.</p>
						%s<div class="actions">
						<form method="post" action="%s">%s%s<button class="action primary">Accept</button></form>
						<form method="post" action="%s">%s<button class="action">Cancel</button></form>
						</div>
						""".formatted(Page.escape(session.person().name()), Page.escape(this.app.clientId()),
						list(asked), Tenant.AUTHORIZE, fields(state, "accept"),
						requested.stream().map((value) -> Page.hidden("scope", value)).collect(Collectors.joining()),
						Tenant.AUTHORIZE, fields(state, "cancel")));
	}

	private String needsApproval(Collection<Scope> scopes, String state) {
		return Page.render("Need admin approval", """
				<p>The app needs permissions that only an administrator of your organisation can grant.
				Ask an administrator before you use them.</p>
				%s<form class="actions" method="post" action="%s">
				%s<button class="action primary">Return to the app without granting consent</button>
				</form>
				""".formatted(list(scopes), Tenant.AUTHORIZE, fields(state, AuthorizeErrors.NEEDS_ADMIN)));
	}

	private String fields(String state, String decision) {
		return Page.hidden("client_id", this.app.clientId()) + Page.hidden("state", state)
				+ Page.hidden(AuthorizeErrors.DECISION, decision);
	}

	/** The scopes with what each of them allows. */
	static String list(Collection<Scope> scopes) {
		return scopes.stream()
			.filter((scope) -> !scope.isOpenIdConnect())
			.map((scope) -> "<li>%s<code>%s</code></li>%n"
				.formatted(Page.escape(DefenderScopes.description(scope.name())), Page.escape(scope.value())))
			.collect(Collectors.joining("", "<ul class=\"card scopes\">\n", "</ul>\n"));
	}

}
