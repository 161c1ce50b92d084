package io.github.defenderbff.signin;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.defenderbff.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** A consent that did not bring the scopes it was for. */
final class NotGranted extends SignInFailure {

	private NotGranted(ProblemType type, Collection<Scope> scopes, String detail, List<SignInPages.Link> links,
			@Nullable String adminConsentUrl) {
		super(type, scopes.isEmpty() ? "Not granted" : "Not granted: " + names(scopes), detail,
				withAdministrators(links, adminConsentUrl));
		member("scopes", scopes.stream().map(Scope::value).sorted().toList());
		if (adminConsentUrl != null) {
			member("admin_consent_url", adminConsentUrl);
		}
	}

	/** The person, or the administrator, said no. */
	static NotGranted declined(SignInPurpose purpose, @Nullable String adminConsentUrl) {
		var links = new ArrayList<>(back(purpose));
		if (purpose.wanted().isEmpty()) {
			links.add(new SignInPages.Link(SignInPaths.LOGIN, "Try again"));
		}
		else if (purpose.wanted().size() == 1) {
			links
				.add(new SignInPages.Link(SignInPaths.consentTo(purpose.wanted().iterator().next(), purpose.returnTo()),
						"Consent for yourself"));
		}
		return new NotGranted(ProblemType.CONSENT_DECLINED, purpose.wanted(),
				subject(purpose.wanted()) + " not granted: consent was declined." + asItWas(purpose), links,
				adminConsentUrl);
	}

	/** The identity provider did not let this person consent. */
	static NotGranted withoutAdministrator(SignInPurpose purpose, @Nullable String adminConsentUrl) {
		return new NotGranted(ProblemType.ADMIN_CONSENT_REQUIRED, purpose.wanted(),
				subject(purpose.wanted()) + " not granted: only an administrator can consent to it." + asItWas(purpose),
				back(purpose), adminConsentUrl);
	}

	/** The sign-in was completed, and scopes are not in force all the same. */
	static NotGranted afterAll(Set<Scope> missing, ReturnPath returnTo, @Nullable String adminConsentUrl) {
		return new NotGranted(ProblemType.SCOPE_NOT_GRANTED, missing,
				"You are signed in, but the identity provider did not grant " + names(missing)
						+ ". It may take the consent of an administrator.",
				List.of(new SignInPages.Link(returnTo.value(), "Continue")), adminConsentUrl);
	}

	private static List<SignInPages.Link> back(SignInPurpose purpose) {
		return (purpose.before() != null) ? List.of(new SignInPages.Link(purpose.returnTo().value(), "Continue"))
				: List.of(SignInPages.Link.START);
	}

	private static List<SignInPages.Link> withAdministrators(List<SignInPages.Link> links,
			@Nullable String adminConsentUrl) {
		var all = new ArrayList<>(links);
		if (adminConsentUrl != null) {
			all.add(new SignInPages.Link(adminConsentUrl, "Consent for everybody, as an administrator"));
		}
		return all;
	}

	private static String subject(Set<Scope> wanted) {
		return wanted.isEmpty() ? "What this service needs was"
				: names(wanted) + ((wanted.size() > 1) ? " were" : " was");
	}

	private static String asItWas(SignInPurpose purpose) {
		return (purpose.before() != null) ? " Your session is as it was." : "";
	}

	private static String names(Collection<Scope> scopes) {
		return scopes.stream().map(Scope::value).sorted().collect(Collectors.joining(", "));
	}

}
