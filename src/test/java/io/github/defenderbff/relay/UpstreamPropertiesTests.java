package io.github.defenderbff.relay;

import java.net.URI;
import java.time.Duration;

import io.github.defenderbff.problem.SettingProblem;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where calls may go. */
class UpstreamPropertiesTests {

	private static URI baseUrl(String apiBaseUrl, @Nullable String override) {
		return new UpstreamProperties(URI.create(apiBaseUrl), (override != null) ? URI.create(override) : null,
				Duration.ofSeconds(1), Duration.ofSeconds(1), DataSize.ofBytes(1), DataSize.ofBytes(1),
				DataSize.ofBytes(1))
			.baseUrl();
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://api.security.microsoft.com", "https://api.security.microsoft.com/",
			"https://eu.api.security.microsoft.com", "https://us.api.security.microsoft.com",
			"https://api.securitycenter.microsoft.com", "https://api-gov.securitycenter.microsoft.us" })
	void areDefendersHosts(String url) {
		assertThat(baseUrl(url, null)).hasToString(url);
	}

	@ParameterizedTest
	@ValueSource(strings = { "http://api.security.microsoft.com", "https://evil.example",
			"https://xx.api.security.microsoft.com", "https://api.security.microsoft.com.evil.example",
			"https://evil.example/api.security.microsoft.com", "https://user@evil.example",
			"api.security.microsoft.com", "https://user@api.security.microsoft.com",
			"https://api.security.microsoft.com:8443", "https://api.security.microsoft.com/api",
			"mailto:api.security.microsoft.com" })
	void areNothingElse(String url) {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> baseUrl(url, null))
			.withMessageContaining("'" + url + "'");
	}

	@Test
	void areAnywhereTheOperatorSaysInSoManyWords() {
		assertThat(baseUrl("https://api.security.microsoft.com", "http://localhost:9001"))
			.hasToString("http://localhost:9001");
	}

}
