package io.github.sandbox;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.stream.Collectors;

import io.github.sandbox.organisation.Organisation;

/**
 * The look-alikes in a process of their own, for services that run in others. It writes
 * the settings of the service to a file, and then obeys one command a line.
 */
final class SandboxProcess {

	/** So many that a page of the usual size is large. */
	private static final int MORE_MACHINES = 1_000;

	private static final int MORE_PEOPLE = 200;

	private SandboxProcess() {
	}

	/**
	 * Starts both until the standard input ends.
	 * @param arguments the ports of Entra and of Defender, the file for the settings, and
	 * the addresses of those who sign in here, the service's first
	 */
	static void main(String[] arguments) throws IOException {
		var apps = Arrays.stream(arguments).skip(3).map(URI::create).toList();
		try (var sandbox = Sandbox.start(Integer.parseInt(arguments[0]), Integer.parseInt(arguments[1]),
				apps.getFirst(), new Organisation(MORE_PEOPLE))) {
			sandbox.entra()
				.redirectUris(apps.stream()
					.map((app) -> app.resolve("/login/oauth2/code/defender"))
					.collect(Collectors.toSet()));
			sandbox.defender().grow(MORE_MACHINES);
			sandbox.defender().throttle(false);
			Files.write(Path.of(arguments[2]), sandbox.arguments());
			obey(sandbox, new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)));
		}
	}

	private static void obey(Sandbox sandbox, BufferedReader commands) throws IOException {
		for (var line = commands.readLine(); line != null; line = commands.readLine()) {
			var words = line.split(" ", 2);
			System.out.println(switch (words[0]) {
				case "latency" -> {
					sandbox.defender().latency(Duration.ofMillis(Long.parseLong(words[1])));
					yield "ok";
				}
				case "throttle" -> {
					sandbox.defender().throttle("on".equals(words[1]));
					yield "ok";
				}
				case "reset" -> {
					sandbox.defender().reset();
					sandbox.defender().grow(MORE_MACHINES);
					yield "ok";
				}
				case "throttled" -> sandbox.defender().throttled();
				case "requests" -> sandbox.defender().requests().size();
				default -> "unknown";
			});
		}
	}

}
