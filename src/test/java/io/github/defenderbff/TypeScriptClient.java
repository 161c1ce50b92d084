package io.github.defenderbff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A copy of {@code clients/typescript} under {@code target}, where npm may write as it
 * likes.
 */
final class TypeScriptClient {

	private static final Path SOURCE = Path.of("clients/typescript");

	private static final Path COPY = Path.of("target").resolve(SOURCE);

	private static final String MISSING = "The typed client is not tested: npm is missing. Install Node.js 20 or later.";

	private static boolean built;

	private TypeScriptClient() {
	}

	/**
	 * Installs the locked versions and builds, once for all tests; without npm, skips the
	 * tests or fails in CI.
	 */
	static synchronized TypeScriptClient build() throws IOException, InterruptedException {
		var npm = Stream.of(System.getenv().getOrDefault("PATH", "").split(":"))
			.anyMatch((directory) -> Files.isExecutable(Path.of(directory, "npm")));
		assertThat(npm || !"true".equals(System.getenv("CI"))).as(MISSING).isTrue();
		Assumptions.assumeTrue(npm, MISSING);
		var client = new TypeScriptClient();
		if (built) {
			return client;
		}
		copy(Path.of("docs/openapi.json"), Path.of("target/docs/openapi.json"));
		for (var part : List.of("package.json", "package-lock.json", ".npmrc", "tsconfig.json", "src", "test")) {
			copyAll(part);
		}
		client.npm(Map.of(), "ci", "--no-audit", "--no-fund", "--prefer-offline");
		client.npm(Map.of(), "run", "build");
		built = true;
		return client;
	}

	/** A compiled module of the client. */
	Path module(String name) {
		return COPY.resolve("dist/src").resolve(name);
	}

	private static void copyAll(String part) throws IOException {
		try (var files = Files.walk(SOURCE.resolve(part))) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				copy(file, Path.of("target").resolve(file));
			}
		}
	}

	private static void copy(Path file, Path to) throws IOException {
		Files.createDirectories(to.resolveSibling(""));
		Files.copy(file, to, StandardCopyOption.REPLACE_EXISTING);
	}

	/** Runs npm, which must succeed within five minutes; what it says is shown if not. */
	void npm(Map<String, String> environment, String... arguments) throws IOException, InterruptedException {
		var log = COPY.resolve("npm.log");
		var command = Stream.concat(Stream.of("npm"), Stream.of(arguments)).toList();
		var builder = new ProcessBuilder(command).directory(COPY.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile());
		builder.environment().putAll(environment);
		var process = builder.start();
		var ended = process.waitFor(5, TimeUnit.MINUTES);
		process.descendants().forEach(ProcessHandle::destroyForcibly);
		process.destroyForcibly();
		assertThat(ended && process.exitValue() == 0).as("%s%n%s", command, Files.readString(log)).isTrue();
	}

}
