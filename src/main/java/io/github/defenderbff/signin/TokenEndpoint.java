package io.github.defenderbff.signin;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.convert.converter.Converter;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
import org.springframework.security.oauth2.client.endpoint.AbstractOAuth2AuthorizationGrantRequest;
import org.springframework.security.oauth2.client.endpoint.AbstractRestClientOAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AccessTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.OAuth2AuthorizationCodeGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2ClientCredentialsGrantRequest;
import org.springframework.security.oauth2.client.endpoint.OAuth2RefreshTokenGrantRequest;
import org.springframework.security.oauth2.client.endpoint.RestClientAuthorizationCodeTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientClientCredentialsTokenResponseClient;
import org.springframework.security.oauth2.client.endpoint.RestClientRefreshTokenTokenResponseClient;
import org.springframework.security.oauth2.core.endpoint.DefaultMapOAuth2AccessTokenResponseConverter;
import org.springframework.security.oauth2.core.endpoint.OAuth2AccessTokenResponse;
import org.springframework.security.oauth2.core.endpoint.OAuth2ParameterNames;
import org.springframework.security.oauth2.core.http.converter.OAuth2AccessTokenResponseHttpMessageConverter;
import org.springframework.util.LinkedMultiValueMap;
import org.springframework.util.MultiValueMap;
import org.springframework.web.client.RestClient;

/**
 * The way to the provider's token endpoint. It keeps the response's {@code scope} as it
 * was sent, because the framework's own reading cannot tell an absent parameter from an
 * empty one.
 */
@Configuration(proxyBeanMethods = false)
class TokenEndpoint {

	private static final String SCOPE_AS_SENT = "scope_as_sent";

	/** How long one exchange takes at the most. */
	static final Duration LONGEST = Duration.ofSeconds(7);

	private static final Duration CONNECTING = Duration.ofSeconds(2);

	private final ClientAuthentication authentication = new ClientAuthentication();

	private final RestClient restClient = restClient();

	private final ResourceScopes scopes;

	private final ClientCredential credential;

	TokenEndpoint(ResourceScopes scopes, ClientCredential credential) {
		this.scopes = scopes;
		this.credential = credential;
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
		return exchange(RestClientAuthorizationCodeTokenResponseClient::new, this::resource);
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshExchange() {
		return exchange(RestClientRefreshTokenTokenResponseClient::new, TokenEndpoint::claims);
	}

	/** The scope parameter of a token response; null when it had none. */
	static @Nullable String scopeParameter(Map<String, Object> additionalParameters) {
		return (additionalParameters.get(SCOPE_AS_SENT) instanceof String scope) ? scope : null;
	}

	private MultiValueMap<String, String> resource(OAuth2AuthorizationCodeGrantRequest request) {
		var asked = request.getAuthorizationExchange().getAuthorizationRequest().getScopes();
		var parameters = new LinkedMultiValueMap<String, String>();
		var ofFirstToken = this.scopes.ofFirstToken(asked);
		if (!ofFirstToken.isEmpty()) {
			parameters.add(OAuth2ParameterNames.SCOPE, String.join(" ", ofFirstToken));
		}
		return parameters;
	}

	private static MultiValueMap<String, String> claims(OAuth2RefreshTokenGrantRequest request) {
		var parameters = new LinkedMultiValueMap<String, String>();
		if (request instanceof RenewalRequest renewal && renewal.claims() != null) {
			parameters.add("claims", renewal.claims().json());
		}
		return parameters;
	}

	/** How everything is asked of the provider: with patience that ends. */
	static ClientHttpRequestFactory requests() {
		var http = new JdkClientHttpRequestFactory(HttpClient.newBuilder().connectTimeout(CONNECTING).build());
		http.setReadTimeout(LONGEST.minus(CONNECTING));
		return http;
	}

	/**
	 * What gets tokens for this service itself. It is no bean: it is for applications'
	 * calls, and nothing that serves people must find it.
	 */
	OAuth2AccessTokenResponseClient<OAuth2ClientCredentialsGrantRequest> ownExchange() {
		return exchange(RestClientClientCredentialsTokenResponseClient::new, (_) -> new LinkedMultiValueMap<>());
	}

	/** One client for each proof of who this service is. */
	private <T extends AbstractOAuth2AuthorizationGrantRequest> OAuth2AccessTokenResponseClient<T> exchange(
			Supplier<? extends AbstractRestClientOAuth2AccessTokenResponseClient<T>> clients,
			Converter<T, MultiValueMap<String, String>> parameters) {
		return this.authentication.inTurn(this.credential.<T>proofs().stream().map((proof) -> {
			var client = clients.get();
			client.setRestClient(this.restClient);
			client.addParametersConverter(parameters);
			client.addParametersConverter(proof);
			return client;
		}).toList());
	}

	private static RestClient restClient() {
		var responses = new OAuth2AccessTokenResponseHttpMessageConverter();
		responses.setAccessTokenResponseConverter(TokenEndpoint::response);
		return RestClient.builder()
			.requestFactory(requests())
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(responses))
			.defaultStatusHandler(new TokenErrors())
			.build();
	}

	private static OAuth2AccessTokenResponse response(Map<String, Object> parameters) {
		var response = new DefaultMapOAuth2AccessTokenResponseConverter().convert(parameters);
		var additional = new HashMap<>(response.getAdditionalParameters());
		additional.remove(SCOPE_AS_SENT);
		if (parameters.get(OAuth2ParameterNames.SCOPE) instanceof String scope) {
			additional.put(SCOPE_AS_SENT, scope);
		}
		return OAuth2AccessTokenResponse.withResponse(response).additionalParameters(additional).build();
	}

}
