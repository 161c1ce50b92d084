package io.github.defenderbff;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The packaged form, started as an operator starts it. */
class PackagedIT {

	private static final Path JAR = Path.of(System.getProperty("packaged", "target/defender-bff-0.1.0-SNAPSHOT.jar"));

	private static final Map<String, String> COMPLETE = Map.of("BFF_BASE_URL", "http://localhost:8080",
			"ENTRA_TENANT_ID", "5a1d0c0e-0000-4000-8000-00000000d0ff", "ENTRA_CLIENT_ID",
			"b1ff0000-0000-4000-8000-000000000001", "ENTRA_CLIENT_SECRET", "not-a-secret");

	@ParameterizedTest(name = "{0}={1}")
	@CsvSource(delimiter = '|',
			textBlock = """
					BFF_BASE_URL        |                              | Set BFF_BASE_URL to the address browsers use
					ENTRA_CLIENT_SECRET |                              | Set one of ENTRA_CLIENT_CERTIFICATE, AZURE_FEDERATED_TOKEN_FILE
					ROLE_BOOK           | no-such-role-book.yml        | no-such-role-book.yml: the file does not exist;
					DEFENDER_APIBASEURL | https://evil.example.com     | use defender.api-base-url-override for anything else
					""")
	void saysWhatToSetInsteadOfStarting(String variable, @Nullable String value, String sentence) throws Exception {
		var environment = new TreeMap<>(COMPLETE);
		environment.remove(variable);
		if (value != null) {
			environment.put(variable, value);
		}
		var process = start(environment);
		var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
		assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
		assertThat(process.exitValue()).isNotZero();
		assertThat(output).contains(sentence).doesNotContain("\tat ");
	}

	@Test
	void startsAndServesWhileTheIdentityProviderIsAway() throws Exception {
		var process = start(COMPLETE, "--server.port=0",
				"--spring.security.oauth2.client.provider.entra.issuer-uri=http://localhost:1/v2.0");
		try {
			var address = URI.create("http://localhost:" + port(process));
			assertThat(get(address.resolve("/api/session")).body()).contains("\"signed_in\":false");
			assertThat(get(address.resolve("/")).body()).contains("<title>Defender BFF</title>");
			var login = get(address.resolve("/login"));
			assertThat(login.statusCode()).isEqualTo(503);
			assertThat(login.body()).contains("identity-provider-unreachable");
			assertThat(get(address.resolve("/api/me"), "Authorization", "Bearer a.b.c").body())
				.contains("not-signed-in");
		}
		finally {
			process.destroy();
			assertThat(process.waitFor(40, TimeUnit.SECONDS)).isTrue();
		}
	}

	@Test
	void containsNothingOfTheSandbox() throws IOException {
		try (var jar = new JarFile(JAR.toFile())) {
			assertThat(jar.stream().map(ZipEntry::getName)).noneMatch((name) -> name.contains("sandbox")
					|| name.contains("authorization-server") || name.contains("junit") || name.contains("catalogue"));
		}
	}

	private static Process start(Map<String, String> environment, String... arguments) throws IOException {
		var command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
				"-jar", JAR.toString(), "--management.server.port=0"));
		command.addAll(List.of(arguments));
		var builder = new ProcessBuilder(command).redirectErrorStream(true);
		COMPLETE.keySet().forEach(builder.environment()::remove);
		builder.environment().putAll(environment);
		return builder.start();
	}

	private static int port(Process process) throws IOException {
		var lines = process.inputReader();
		for (var line = lines.readLine(); line != null; line = lines.readLine()) {
			var started = line.indexOf("Tomcat started on port ");
			if (started >= 0) {
				return Integer.parseInt(line.substring(started).replaceAll("\\D+(\\d+).*", "$1"));
			}
		}
		throw new AssertionError("The service did not start");
	}

	private static HttpResponse<String> get(URI uri, String... headers) throws Exception {
		var request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
		if (headers.length > 0) {
			request.headers(headers);
		}
		try (var http = HttpClient.newHttpClient()) {
			return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
		}
	}

}
