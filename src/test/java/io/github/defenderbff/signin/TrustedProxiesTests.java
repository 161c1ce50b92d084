package io.github.defenderbff.signin;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

import io.github.defenderbff.problem.SettingProblem;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Who is believed about where a request comes from, over real HTTP. */
class TrustedProxiesTests {

	private static TrustedProxies trusting(String... networks) {
		return new TrustedProxies(
				new SignInProperties(URI.create("https://bff.example.com"), TestSessions.RESOURCE, List.of(), List.of(),
						null, Duration.ofHours(8), Duration.ofMinutes(30), 1200, List.of(networks), List.of()));
	}

	/** What a request with these headers looks like inside: address, scheme and host. */
	private static String seen(TrustedProxies proxies, String... headers) throws IOException, InterruptedException {
		var tomcat = new TomcatServletWebServerFactory(0);
		proxies.customize(tomcat);
		var server = tomcat.getWebServer((context) -> context.addServlet("echo", new Echo()).addMapping("/"));
		server.start();
		try (var http = HttpClient.newHttpClient()) {
			var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + server.getPort() + "/"));
			return http.send(request.headers(headers).build(), BodyHandlers.ofString()).body();
		}
		finally {
			server.stop();
		}
	}

	@Test
	void nobodyIsBelievedWhoIsNotListed() throws IOException, InterruptedException {
		assertThat(seen(trusting(), "X-Forwarded-For", "203.0.113.7")).isEqualTo("127.0.0.1 http 127.0.0.1");
		assertThat(seen(trusting("10.0.0.0/8"), "X-Forwarded-For", "203.0.113.7"))
			.isEqualTo("127.0.0.1 http 127.0.0.1");
	}

	@ParameterizedTest
	@CsvSource({ "203.0.113.7, 203.0.113.7", "'203.0.113.7, 127.0.0.5', 203.0.113.7",
			"'198.51.100.1, 203.0.113.7', 203.0.113.7" })
	void listedProxySaysWhoItHeard(String forwarded, String client) throws IOException, InterruptedException {
		assertThat(seen(trusting("127.0.0.0/8"), "X-Forwarded-For", forwarded)).startsWith(client + " ");
	}

	@Test
	void hostAndSchemeAreNeverBelieved() throws IOException, InterruptedException {
		assertThat(seen(trusting("127.0.0.0/8"), "X-Forwarded-For", "203.0.113.7", "X-Forwarded-Proto", "https",
				"X-Forwarded-Host", "evil.example.com", "X-Forwarded-Port", "443", "Forwarded",
				"for=198.51.100.1;proto=https;host=evil.example.com"))
			.isEqualTo("203.0.113.7 http 127.0.0.1");
	}

	@ParameterizedTest
	@ValueSource(strings = { "127.0.0.1", "127\\..*", "10.0.0.0/99", "somewhere/8" })
	void whatIsNoNetworkStopsTheStart(String network) {
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> trusting(network).customize(new TomcatServletWebServerFactory(0)))
			.withMessageContaining("signin.trusted-proxies");
	}

	/** Says what it sees. */
	private static final class Echo extends HttpServlet {

		@Override
		protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
			response.getWriter()
				.print(request.getRemoteAddr() + " " + request.getScheme() + " " + request.getServerName());
		}

	}

}
