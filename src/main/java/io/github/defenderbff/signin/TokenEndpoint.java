package io.github.defenderbff.signin;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ClientHttpRequestFactory;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.http.converter.FormHttpMessageConverter;
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

	private final TokenErrors errors = new TokenErrors();

	private final ResourceScopes scopes;

	TokenEndpoint(ResourceScopes scopes) {
		this.scopes = scopes;
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2AuthorizationCodeGrantRequest> codeExchange() {
		var client = new RestClientAuthorizationCodeTokenResponseClient();
		client.setRestClient(restClient());
		client.addParametersConverter(this::resource);
		return client;
	}

	@Bean
	OAuth2AccessTokenResponseClient<OAuth2RefreshTokenGrantRequest> refreshExchange() {
		var client = new RestClientRefreshTokenTokenResponseClient();
		client.setRestClient(restClient());
		client.addParametersConverter(TokenEndpoint::claims);
		return client;
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
		var client = new RestClientClientCredentialsTokenResponseClient();
		client.setRestClient(restClient());
		return client;
	}

	private RestClient restClient() {
		var responses = new OAuth2AccessTokenResponseHttpMessageConverter();
		responses.setAccessTokenResponseConverter(this::response);
		return RestClient.builder()
			.requestFactory(requests())
			.configureMessageConverters((converters) -> converters.addCustomConverter(new FormHttpMessageConverter())
				.addCustomConverter(responses))
			.defaultStatusHandler(this.errors)
			.build();
	}

	private OAuth2AccessTokenResponse response(Map<String, Object> parameters) {
		this.errors.accepted();
		var response = new DefaultMapOAuth2AccessTokenResponseConverter().convert(parameters);
		var additional = new HashMap<>(response.getAdditionalParameters());
		additional.remove(SCOPE_AS_SENT);
		if (parameters.get(OAuth2ParameterNames.SCOPE) instanceof String scope) {
			additional.put(SCOPE_AS_SENT, scope);
		}
		return OAuth2AccessTokenResponse.withResponse(response).additionalParameters(additional).build();
	}

}
