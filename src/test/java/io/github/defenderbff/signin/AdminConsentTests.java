package io.github.defenderbff.signin;

import java.io.IOException;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;

import io.github.defenderbff.HandMovedClock;
import io.github.defenderbff.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.oauth2.client.registration.InMemoryClientRegistrationRepository;
import org.springframework.security.oauth2.client.registration.SupplierClientRegistrationRepository;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where administrators consent, at Entra and elsewhere. */
class AdminConsentTests {

	private static final SignInPurpose PURPOSE = new SignInPurpose(ReturnPath.HOME, Set.of(Scope.MACHINE_OFFBOARD),
			Set.of(), null, null, null);

	private static AdminConsent at(@Nullable String issuer, @Nullable String configured) {
		var properties = new SignInProperties(URI.create("https://bff.example.com"), TestSessions.RESOURCE,
				List.of("Machine.Read"), List.of(), (configured != null) ? URI.create(configured) : null,
				Duration.ofHours(8), Duration.ofMinutes(30), 1200, List.of(), List.of());
		return new AdminConsent(new InMemoryClientRegistrationRepository(TestSessions.registration(issuer)),
				TestSessions.transactions(properties, new HandMovedClock()), TestSessions.scopes(false), properties);
	}

	private static SignInOutcome outcome(AdminConsent consent) {
		var properties = TestSessions.properties("https://bff.example.com");
		var clock = new HandMovedClock();
		return new SignInOutcome((_, _, _, _) -> null, consent, TestSessions.transactions(properties, clock),
				TestSessions.none(properties, new Cookies(properties), clock), (_) -> {
				});
	}

	private static String begin(AdminConsent consent) {
		return consent.begin(PURPOSE, new MockHttpServletRequest(), new MockHttpServletResponse());
	}

	@Test
	void pageOfEntraIsBelowItsIssuer() {
		assertThat(begin(at("https://login.microsoftonline.us/tenant/v2.0", null)))
			.startsWith("https://login.microsoftonline.us/tenant/v2.0/adminconsent?client_id=client&");
	}

	@Test
	void pageOfAnotherProviderIsConfigured() {
		assertThat(begin(at("https://id.example.com", "https://id.example.com/admin?tenant=a")))
			.startsWith("https://id.example.com/admin?tenant=a&client_id=client&");
	}

	@ParameterizedTest
	@CsvSource({ "https://id.example.com", "https://id.example.com/v2", "," })
	void pageOfAnotherProviderIsNotGuessed(@Nullable String issuer) {
		var consent = at(issuer, null);
		assertThat(consent.url(Set.of(), ReturnPath.HOME)).isNull();
		assertThatExceptionOfType(SignInFailure.class).isThrownBy(() -> begin(consent))
			.extracting(SignInFailure::type)
			.isEqualTo(ProblemType.ADMIN_CONSENT_UNAVAILABLE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "server_error", "access_denied", "consent_required", "permission_denied" })
	void callbackIsAnsweredWhileTheProviderIsAway(String error) throws IOException {
		var properties = TestSessions.properties("https://bff.example.com");
		var away = new SupplierClientRegistrationRepository(() -> {
			throw new IdentityProviderUnreachable(
					new IllegalStateException("Unable to resolve Configuration with the provided Issuer"));
		});
		var consent = new AdminConsent(away, TestSessions.transactions(properties, new HandMovedClock()),
				TestSessions.scopes(false), properties);
		var request = new MockHttpServletRequest();
		request.addHeader("Accept", "text/html");
		var response = new MockHttpServletResponse();
		outcome(consent).onAuthenticationFailure(request, response, new OAuth2AuthenticationException(error));
		assertThat(response.getContentAsString()).contains("<h1>").doesNotContain("admin-consent");
	}

	@Test
	void administratorsAreAskedForTheScopesOfEverySignInWhereNoOthersAreWanted() {
		assertThat(at("https://login.example.com/t/v2.0", null).url(Set.of(), ReturnPath.of("/a?b=c&d")))
			.isEqualTo("/login/admin-consent?scope=Machine.Read&returnTo=%2Fa%3Fb%3Dc%26d");
	}

	@ParameterizedTest
	@CsvSource({ "https://login.example.com/t/v2.0, access_denied, , only an administrator",
			"https://login.example.com/t/v2.0, access_denied, cancel, declined",
			"https://login.example.com/t/v2.0, permission_denied, , declined",
			"https://login.example.com/t/v2.0, consent_required, , only an administrator",
			"https://login.example.com/t/v2.0, server_error, cancel, not accepted",
			"https://id.example.com, access_denied, , declined",
			"https://id.example.com, consent_required, , only an administrator" })
	void refusalsAreToldApartByTheirCodes(String issuer, String error, @Nullable String subcode, String told)
			throws IOException {
		var request = new MockHttpServletRequest();
		request.addHeader("Accept", "text/html");
		if (subcode != null) {
			request.setParameter("error_subcode", subcode);
		}
		var response = new MockHttpServletResponse();
		PURPOSE.completeIn(request);
		outcome(at(issuer, null)).onAuthenticationFailure(request, response, new OAuth2AuthenticationException(error));
		assertThat(response.getContentAsString()).contains(told);
	}

}
