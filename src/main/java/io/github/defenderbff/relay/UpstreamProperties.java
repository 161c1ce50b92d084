package io.github.defenderbff.relay;

import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.defenderbff.problem.SettingProblem;
import org.jspecify.annotations.Nullable;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * Where Defender is and how patient we are.
 *
 * @param apiBaseUrl one of Defender's hosts (worldwide, by region, or a national cloud)
 * @param apiBaseUrlOverride any other address, such as the sandbox's; null for none
 * @param connectTimeout how long a connection may take to open
 * @param readTimeout how long an answer may take to begin, and be silent then
 * @param heldAnswer the largest answer that is held in memory, and so can be kept; larger
 * ones pass as they come
 * @param maximumAnswer the largest answer that is taken where it must be read before it
 * passes
 * @param maximumBody the largest request body that is taken
 */
@ConfigurationProperties("defender")
record UpstreamProperties(@DefaultValue("https://api.security.microsoft.com") URI apiBaseUrl,
		@Nullable URI apiBaseUrlOverride, @DefaultValue("5s") Duration connectTimeout,
		@DefaultValue("30s") Duration readTimeout, @DefaultValue("1MB") DataSize heldAnswer,
		@DefaultValue("4MB") DataSize maximumAnswer, @DefaultValue("2MB") DataSize maximumBody) {

	/**
	 * Source: "Supported Microsoft Defender for Endpoint APIs", "US Government
	 * customers".
	 */
	private static final Set<String> HOSTS = Stream.concat(
			Stream.of("us", "eu", "uk", "au", "swa", "ina", "aea").map((geo) -> geo + ".api.security.microsoft.com"),
			Stream.of("api.security.microsoft.com", "api.securitycenter.microsoft.com",
					"api-gcc.securitycenter.microsoft.us", "api-gov.securitycenter.microsoft.us"))
		.collect(Collectors.toUnmodifiableSet());

	UpstreamProperties {
		var host = apiBaseUrl.getRawAuthority();
		if (!"https".equals(apiBaseUrl.getScheme()) || host == null || !HOSTS.contains(host)
				|| !Set.of("", "/").contains(apiBaseUrl.getRawPath())) {
			throw new SettingProblem(
					"defender.api-base-url is '" + apiBaseUrl + "', which is not the address of a Defender host.",
					"Set it to https:// and one of " + String.join(", ", List.copyOf(HOSTS).stream().sorted().toList())
							+ "; use defender.api-base-url-override for anything else.");
		}
	}

	/** The address that calls go to. */
	URI baseUrl() {
		return (this.apiBaseUrlOverride != null) ? this.apiBaseUrlOverride : this.apiBaseUrl;
	}

}
