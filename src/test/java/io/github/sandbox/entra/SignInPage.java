package io.github.sandbox.entra;

import java.util.Comparator;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.sandbox.organisation.Organisation;
import io.github.sandbox.organisation.Person;

import org.springframework.http.MediaType;
import org.springframework.security.web.csrf.CsrfToken;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The page on which a person says who they are, with one click. */
@RestController
final class SignInPage {

	/** The field and parameter with the address to go on to. */
	static final String CONTINUE = "continue";

	/** The parameter with the {@code login_hint}. */
	static final String HINT = "hint";

	/** The field with the object id of the chosen person. */
	static final String PERSON = "person";

	private final Organisation organisation;

	private final SsoSessions sessions;

	SignInPage(Organisation organisation, SsoSessions sessions) {
		this.organisation = organisation;
		this.sessions = sessions;
	}

	@GetMapping(path = { Tenant.SIGN_IN, "/" }, produces = MediaType.TEXT_HTML_VALUE)
	String page(@RequestParam(name = CONTINUE, defaultValue = "") String next,
			@RequestParam(name = HINT, defaultValue = "") String hint, CsrfToken csrf) {
		String people = this.organisation.people()
			.stream()
			.sorted(Comparator.comparing((person) -> !SignedIn.isMeantBy(hint, person)))
			.map((person) -> choice(person, SignedIn.isMeantBy(hint, person)))
			.collect(Collectors.joining());
		return Page.render("Pick an account", """
				<p class="soft">%s</p>
				<form method="post" action="%s">
				%s%s<ul>
				%s</ul>
				</form>
				""".formatted(introduction(), Tenant.SIGN_IN, Page.hidden(csrf.getParameterName(), csrf.getToken()),
				Page.hidden(CONTINUE, next), people));
	}

	private String introduction() {
		return this.sessions.current()
			.map((session) -> "You are signed in as %s. Choose who you want to be."
				.formatted(Page.escape(session.person().name())))
			.orElse("Everybody of the invented organisation is listed. Choose who you want to be.");
	}

	private String choice(Person person, boolean hinted) {
		return """
				<li><button class="person" name="%s" value="%s"%s>
				<span class="name">%s</span>
				<span>%s</span>
				<span class="facts">%s</span>
				<span class="facts">Defender privileges: %s</span>
				<span class="facts">Device groups: %s</span>
				</button></li>
				""".formatted(PERSON, Page.escape(person.objectId()), hinted ? " autofocus" : "",
				Page.escape(person.name()) + (hinted ? " (suggested by the app)" : ""),
				Page.escape(person.userPrincipalName()), Page.escape(person.description()),
				list(this.organisation.privilegesOf(person)), list(this.organisation.deviceGroupsOf(person)));
	}

	private static String list(Set<String> names) {
		return names.isEmpty() ? "none" : Page.escape(names.stream().sorted().collect(Collectors.joining(", ")));
	}

}
