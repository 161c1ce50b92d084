package io.github.defenderbff.signin;

import java.net.URI;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.defenderbff.problem.SettingProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How people sign in.
 *
 * @param baseUrl the address browsers use for this service, an origin without a path; the
 * redirect URI derives from it and never from a request header
 * @param resource the identifier of the Defender API at the identity provider
 * @param scopes the Defender scopes asked for at sign-in; more are consented to one by
 * one
 * @param administratorScopes the scopes that only an administrator can consent to
 * @param adminConsentUri where an administrator consents for everybody, at a provider
 * that is not Entra; null for none
 * @param absoluteTimeout how long a session lives at the most
 * @param idleTimeout how long a session lives that nobody uses
 * @param requestsPerMinute how often one session may ask one instance in a minute
 * @param trustedProxies the networks of proxies that say where a request comes from, as
 * CIDR
 * @param allowedOrigins other origins whose pages may call the API with the cookie
 */
@ConfigurationProperties("signin")
record SignInProperties(URI baseUrl, @DefaultValue("https://api.securitycenter.microsoft.com") String resource,
		@DefaultValue( {
				"Machine.Read", "Alert.Read", "User.Read.All", "File.Read.All", "Ip.Read.All", "URL.Read.All",
				"Software.Read", "Vulnerability.Read", "SecurityRecommendation.Read", "AdvancedQuery.Read",
				"RemediationTasks.Read", "Score.Read", "SecurityBaselinesAssessment.Read" }) List<String> scopes,
		@DefaultValue List<String> administratorScopes, @Nullable URI adminConsentUri,
		@DefaultValue("8h") Duration absoluteTimeout, @DefaultValue("30m") Duration idleTimeout,
		@DefaultValue("1200") int requestsPerMinute, @DefaultValue List<String> trustedProxies,
		@DefaultValue List<String> allowedOrigins){

	SignInProperties {
		scopes = List.copyOf(scopes);
		administratorScopes = List.copyOf(administratorScopes);
		allowedOrigins = List.copyOf(allowedOrigins);
		trustedProxies = List.copyOf(trustedProxies);
		if (requestsPerMinute < 1) {
			throw new SettingProblem("signin.requests-per-minute is " + requestsPerMinute + ".",
					"Set it to 1 or more.");
		}
		scopes.forEach((name) -> known("signin.scopes", name));
	}

	private static Scope known(String setting, String name) {
		return Scope.named(name)
			.orElseThrow(() -> new SettingProblem(setting + " names '" + name + "', which is not a Defender scope.",
					"Use scopes of this list: "
							+ Arrays.stream(Scope.values()).map(Scope::value).collect(Collectors.joining(", ")) + "."));
	}

	private static Set<Scope> scopes(String setting, List<String> names) {
		return names.stream().map((name) -> known(setting, name)).collect(Collectors.toCollection(LinkedHashSet::new));
	}

	Set<Scope> scopesForAdministrators() {
		return scopes("signin.administrator-scopes", this.administratorScopes);
	}

	Set<Scope> initialScopes() {
		return scopes("signin.scopes", this.scopes);
	}

	/** Whether browsers reach this service over TLS; the alternative is loopback only. */
	boolean secure() {
		return "https".equalsIgnoreCase(this.baseUrl.getScheme());
	}

	/** The address as browsers put it into the Origin header. */
	String origin() {
		return this.baseUrl.toString().replaceAll("/$", "");
	}

	/** All origins whose pages may call the API: our own and the listed ones. */
	Set<String> origins() {
		var origins = new LinkedHashSet<>(this.allowedOrigins);
		origins.add(origin());
		return Set.copyOf(origins);
	}

}
