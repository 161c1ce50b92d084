package io.github.defenderbff.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.Optional;
import java.util.function.UnaryOperator;

import io.github.defenderbff.store.Records;
import io.github.defenderbff.store.Shelves;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/**
 * Sign-ins under way, kept in the store and bound to the browser by a cookie of their
 * own. Each is used once, lives ten minutes at the most, and a browser has at most five.
 */
@Component
final class SignInTransactions implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	private static final Duration LIFETIME = Duration.ofMinutes(10);

	private static final int SECRET_BYTES = 16;

	private final SecureRandom random = new SecureRandom();

	private final Records<BrowserDocument> browsers;

	private final Sessions sessions;

	private final Cookies cookies;

	private final Clock clock;

	SignInTransactions(Shelves shelves, Sessions sessions, Cookies cookies, Clock clock) {
		this.browsers = shelves.records("browser", BrowserDocument.FORM);
		this.sessions = sessions;
		this.cookies = cookies;
		this.clock = clock;
	}

	@Override
	public void saveAuthorizationRequest(OAuth2AuthorizationRequest transaction, HttpServletRequest request,
			HttpServletResponse response) {
		save(transaction, false, request, response);
	}

	/** Keeps a transaction that only {@link #takeAdminConsent} finds. */
	void saveAdminConsent(OAuth2AuthorizationRequest transaction, HttpServletRequest request,
			HttpServletResponse response) {
		save(transaction, true, request, response);
	}

	/**
	 * A cookie that names no browser we know of is replaced: we did not set it, or long
	 * ago.
	 */
	private void save(OAuth2AuthorizationRequest transaction, boolean adminConsent, HttpServletRequest request,
			HttpServletResponse response) {
		var document = SignInDocument.of(transaction, adminConsent, this.clock.instant().plus(LIFETIME));
		var browser = this.cookies.browser(request);
		if (browser == null || !change(browser, (all) -> all.with(document))) {
			browser = newBrowser();
			this.browsers.add(this.browsers.name(browser), BrowserDocument.NONE.with(document), LIFETIME);
		}
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.signIn(browser, LIFETIME).toString());
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		return find(request, false).map(this::request).orElse(null);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		var transaction = take(request, false);
		if (transaction != null) {
			SignInPurpose.of(transaction).completeIn(request);
		}
		return transaction;
	}

	/** The administrator's consent that the request completes; null where it does not. */
	@Nullable OAuth2AuthorizationRequest takeAdminConsent(HttpServletRequest request) {
		return take(request, true);
	}

	/** Claims without which a sign-in failed, for the next one of the same browser. */
	void demand(Claims claims, HttpServletRequest request) {
		var browser = this.cookies.browser(request);
		if (browser != null) {
			change(browser, (all) -> all.demanding(claims.json()));
		}
	}

	/** The claims that a sign-in of this browser must bring now, once; null for none. */
	@Nullable Claims takeDemanded(HttpServletRequest request) {
		var browser = this.cookies.browser(request);
		var demanded = (browser != null) ? document(browser).demanded() : null;
		return (browser != null && demanded != null && change(browser, (all) -> all.demanding(null)))
				? new Claims(demanded) : null;
	}

	private OAuth2AuthorizationRequest request(SignInDocument document) {
		return document.request((name) -> this.sessions.named(name).orElse(null));
	}

	private BrowserDocument document(String browser) {
		return this.browsers.find(this.browsers.name(browser), null, null)
			.map(Records.Held::value)
			.orElse(BrowserDocument.NONE);
	}

	private Optional<SignInDocument> find(HttpServletRequest request, boolean adminConsent) {
		var browser = this.cookies.browser(request);
		var state = request.getParameter(OAuth2ParameterNames.STATE);
		return (browser == null) ? Optional.empty() : document(browser).find(state, adminConsent, this.clock.instant());
	}

	/** This call, and no concurrent one, takes the transaction. */
	private @Nullable OAuth2AuthorizationRequest take(HttpServletRequest request, boolean adminConsent) {
		var browser = this.cookies.browser(request);
		var document = find(request, adminConsent);
		return (browser != null && document.isPresent() && change(browser, (all) -> all.without(document.get())))
				? request(document.get()) : null;
	}

	/** False if there was nothing to change. */
	private boolean change(String browser, UnaryOperator<BrowserDocument> change) {
		var name = this.browsers.name(browser);
		for (var before = this.browsers.find(name, LIFETIME, null); before.isPresent();) {
			var after = change.apply(before.get().value());
			if (after.equals(before.get().value())) {
				return false;
			}
			if (this.browsers.replace(name, before.get(), after).isPresent()) {
				return true;
			}
			before = this.browsers.find(name, LIFETIME, null);
		}
		return false;
	}

	private String newBrowser() {
		var bytes = new byte[SECRET_BYTES];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
