package io.github.defenderbff.signin;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.registration.ClientRegistration;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AccessToken;
import org.springframework.security.oauth2.core.OAuth2AuthorizationException;
import org.springframework.security.oauth2.core.OAuth2Error;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which proof is tried when, and what the operator hears of it. */
class ClientAuthenticationTests {

	private static final OAuth2ClientCredentialsGrantRequest REQUEST = new OAuth2ClientCredentialsGrantRequest(
			ClientRegistration.withClientRegistration(TestSessions.registration(null))
				.authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
				.build());

	private final List<String> asked = new ArrayList<>();

	private @Nullable OAuth2Error newer;

	private @Nullable OAuth2Error older;

	private final OAuth2AccessTokenResponseClient<OAuth2ClientCredentialsGrantRequest> both = new ClientAuthentication()
		.inTurn(List.of((_) -> answer("newer", this.newer), (_) -> answer("older", this.older)));

	private final Logged log = new Logged(ClientAuthentication.class);

	@AfterEach
	void listenNoMore() {
		this.log.close();
	}

	private OAuth2AccessTokenResponse answer(String who, @Nullable OAuth2Error refusal) {
		this.asked.add(who);
		if (refusal != null) {
			throw new OAuth2AuthorizationException(refusal);
		}
		return OAuth2AccessTokenResponse.withToken("token of " + who)
			.tokenType(OAuth2AccessToken.TokenType.BEARER)
			.build();
	}

	private String token() {
		return this.both.getTokenResponse(REQUEST).getAccessToken().getTokenValue();
	}

	private static OAuth2Error error(String code) {
		return TokenError.of(Map.of("error", code));
	}

	@Test
	void onlyTheNewerProofIsSentWhileItIsAccepted() {
		assertThat(token()).isEqualTo("token of newer");
		assertThat(this.asked).containsExactly("newer");
		assertThat(this.log.lines()).isEmpty();
	}

	@Test
	void theOtherOneIsTriedOnceWhereTheNewerIsNotAccepted() {
		this.newer = error("invalid_client");
		assertThat(token()).isEqualTo("token of older");
		assertThat(token()).isEqualTo("token of older");
		assertThat(this.asked).containsExactly("newer", "older", "newer", "older");
		assertThat(this.log.lines()).singleElement().asString().startsWith("WARN").contains("newer client certificate");
		this.newer = null;
		assertThat(token()).isEqualTo("token of newer");
		this.newer = error("invalid_client");
		assertThat(token()).isEqualTo("token of older");
		assertThat(this.log.lines()).hasSize(2);
	}

	@ParameterizedTest
	@ValueSource(strings = { "invalid_grant", "unauthorized_client", "temporarily_unavailable", "server_error",
			"interaction_required" })
	void nothingElseIsAskedAboutAgain(String code) {
		this.newer = error(code);
		assertThatExceptionOfType(OAuth2AuthorizationException.class).isThrownBy(this::token)
			.satisfies((refusal) -> assertThat(refusal.getError().getErrorCode()).isEqualTo(code));
		assertThat(this.asked).containsExactly("newer");
	}

	@Test
	void theAlarmIsRaisedOnceUntilAProofIsAccepted() {
		this.newer = error("invalid_client");
		this.older = error("invalid_client");
		assertThatExceptionOfType(OAuth2AuthorizationException.class).isThrownBy(this::token);
		assertThatExceptionOfType(OAuth2AuthorizationException.class).isThrownBy(this::token);
		this.older = error("invalid_grant");
		assertThatExceptionOfType(OAuth2AuthorizationException.class).isThrownBy(this::token);
		assertThat(this.log.lines()).singleElement()
			.asString()
			.startsWith("ERROR")
			.contains("own credential (invalid_client)");
		this.older = null;
		assertThat(token()).isEqualTo("token of older");
		this.older = error("invalid_client");
		assertThatExceptionOfType(OAuth2AuthorizationException.class).isThrownBy(this::token);
		assertThat(this.log.lines()).filteredOn((line) -> line.startsWith("ERROR")).hasSize(2);
	}

	@Test
	void whatCannotBeSentIsToldWithItsCause() {
		this.newer = new OAuth2Error(ClientCredentialRejected.UNUSABLE, "the file /token does not exist", null);
		assertThatExceptionOfType(OAuth2AuthorizationException.class).isThrownBy(this::token);
		assertThat(this.log.lines()).singleElement()
			.asString()
			.startsWith("ERROR")
			.contains("own credential cannot be used: the file /token does not exist");
	}

}
