package io.github.defenderbff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.concurrent.TimeUnit;

import org.junit.jupiter.api.Assumptions;

import static org.assertj.core.api.Assertions.assertThat;

/** The npm tools that read the OpenAPI document, installed under {@code target}. */
final class OpenApiTools {

	private static final Path SOURCE = Path.of("src/test/openapi");

	private final Path directory = Path.of("target/openapi");

	/**
	 * Installs the locked versions; without npm there is nothing to run, which CI may not
	 * say.
	 */
	static OpenApiTools install() throws IOException, InterruptedException {
		var tools = new OpenApiTools();
		if (!tools.hasNpm()) {
			assertThat(System.getenv("CI")).as("npm is missing; install Node.js").isNull();
			Assumptions.abort("The OpenAPI document is not linted: npm is missing. Install Node.js 20 or later.");
		}
		Files.createDirectories(tools.directory);
		try (var files = Files.list(SOURCE)) {
			for (var file : files.filter(Files::isRegularFile).toList()) {
				tools.copy(file, file.getFileName().toString());
			}
		}
		tools.run("npm", "ci", "--no-audit", "--no-fund", "--prefer-offline");
		return tools;
	}

	private boolean hasNpm() throws InterruptedException {
		try {
			return new ProcessBuilder("npm", "--version").start().waitFor() == 0;
		}
		catch (IOException _) {
			return false;
		}
	}

	void copy(Path file, String name) throws IOException {
		Files.copy(file, this.directory.resolve(name), StandardCopyOption.REPLACE_EXISTING);
	}

	/** Runs one of the scripts of {@code package.json}, which must succeed. */
	void script(String name) throws IOException, InterruptedException {
		run("npm", "run", "--silent", name);
	}

	private void run(String... command) throws IOException, InterruptedException {
		var log = this.directory.resolve("last.log");
		var process = new ProcessBuilder(command).directory(this.directory.toFile())
			.redirectErrorStream(true)
			.redirectOutput(log.toFile())
			.start();
		var ended = process.waitFor(5, TimeUnit.MINUTES);
		process.destroy();
		assertThat(ended && process.exitValue() == 0).as("%s%n%s", List.of(command), Files.readString(log)).isTrue();
	}

}
