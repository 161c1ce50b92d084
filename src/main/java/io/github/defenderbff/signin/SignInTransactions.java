package io.github.defenderbff.signin;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.security.oauth2.client.web.AuthorizationRequestRepository;
import org.springframework.security.oauth2.core.endpoint.OAuth2AuthorizationRequest;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.stereotype.Component;

/**
 * Sign-ins under way, kept here and bound to the browser by a cookie of their own. Each
 * is used once, lives ten minutes at the most, and a browser has at most five.
 */
@Component
final class SignInTransactions implements AuthorizationRequestRepository<OAuth2AuthorizationRequest> {

	/**
	 * Marks a transaction that comes back from an administrator's consent, with no code.
	 */
	private static final String ADMIN_CONSENT = "admin_consent";

	private static final String ENDS = "ends";

	private static final Duration LIFETIME = Duration.ofMinutes(10);

	private static final int MAXIMUM_PER_BROWSER = 5;

	private static final int MAXIMUM_BROWSERS = 20_000;

	private final Cache<String, List<OAuth2AuthorizationRequest>> transactions = Caffeine.newBuilder()
		.expireAfterWrite(LIFETIME)
		.maximumSize(MAXIMUM_BROWSERS)
		.build();

	private final SecureRandom random = new SecureRandom();

	private final Cookies cookies;

	private final Clock clock;

	SignInTransactions(Cookies cookies, Clock clock) {
		this.cookies = cookies;
		this.clock = clock;
	}

	/** Keeps a transaction that only {@link #takeAdminConsent} finds. */
	void saveAdminConsent(OAuth2AuthorizationRequest transaction, HttpServletRequest request,
			HttpServletResponse response) {
		saveAuthorizationRequest(OAuth2AuthorizationRequest.from(transaction)
			.attributes((attributes) -> attributes.put(ADMIN_CONSENT, true))
			.build(), request, response);
	}

	/** The administrator's consent that the request completes; null where it does not. */
	@Nullable OAuth2AuthorizationRequest takeAdminConsent(HttpServletRequest request) {
		return take(request, find(request, true));
	}

	@Override
	public void saveAuthorizationRequest(OAuth2AuthorizationRequest transaction, HttpServletRequest request,
			HttpServletResponse response) {
		var known = this.cookies.browser(request);
		var browser = (known != null) ? known : newBrowser();
		this.transactions.asMap().merge(browser, List.of(dated(transaction)), SignInTransactions::newest);
		response.addHeader(HttpHeaders.SET_COOKIE, this.cookies.signIn(browser, LIFETIME).toString());
	}

	private OAuth2AuthorizationRequest dated(OAuth2AuthorizationRequest transaction) {
		return OAuth2AuthorizationRequest.from(transaction)
			.attributes((attributes) -> attributes.put(ENDS, this.clock.instant().plus(LIFETIME)))
			.build();
	}

	/** Whether it may still be used: others of the same browser do not prolong it. */
	private boolean lives(OAuth2AuthorizationRequest transaction) {
		return transaction.getAttribute(ENDS) instanceof Instant end && this.clock.instant().isBefore(end);
	}

	private static List<OAuth2AuthorizationRequest> newest(List<OAuth2AuthorizationRequest> old,
			List<OAuth2AuthorizationRequest> added) {
		var all = new ArrayList<>(old);
		all.addAll(added);
		return List.copyOf(all.subList(Math.max(0, all.size() - MAXIMUM_PER_BROWSER), all.size()));
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest loadAuthorizationRequest(HttpServletRequest request) {
		return find(request, false);
	}

	private @Nullable OAuth2AuthorizationRequest find(HttpServletRequest request, boolean adminConsent) {
		var browser = this.cookies.browser(request);
		var state = request.getParameter(OAuth2ParameterNames.STATE);
		var mine = (browser != null) ? this.transactions.getIfPresent(browser) : null;
		return (mine == null) ? null : mine.stream()
			.filter((transaction) -> transaction.getAttributes().containsKey(ADMIN_CONSENT) == adminConsent)
			.filter((transaction) -> state != null && state.equals(transaction.getState()) && lives(transaction))
			.findFirst()
			.orElse(null);
	}

	@Override
	public @Nullable OAuth2AuthorizationRequest removeAuthorizationRequest(HttpServletRequest request,
			HttpServletResponse response) {
		var transaction = take(request, find(request, false));
		if (transaction != null) {
			SignInPurpose.of(transaction).completeIn(request);
		}
		return transaction;
	}

	private @Nullable OAuth2AuthorizationRequest take(HttpServletRequest request,
			@Nullable OAuth2AuthorizationRequest transaction) {
		var browser = this.cookies.browser(request);
		return (transaction != null && browser != null && take(browser, transaction)) ? transaction : null;
	}

	/** Whether this call, and no concurrent one, took the transaction. */
	private boolean take(String browser, OAuth2AuthorizationRequest transaction) {
		var taken = new boolean[1];
		this.transactions.asMap().computeIfPresent(browser, (_, mine) -> {
			var rest = mine.stream()
				.filter((other) -> !Objects.equals(other.getState(), transaction.getState()))
				.toList();
			taken[0] = rest.size() < mine.size();
			return rest.isEmpty() ? null : rest;
		});
		return taken[0];
	}

	private String newBrowser() {
		var bytes = new byte[16];
		this.random.nextBytes(bytes);
		return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
	}

}
