package io.github.defenderbff;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

import io.github.sandbox.Sandbox;

import org.springframework.boot.SpringApplication;

/** Starts the service on the sandbox: {@code ./mvnw spring-boot:test-run}. */
final class TestDefenderBff {

	private static final URI ADDRESS = URI.create("http://localhost:8080");

	private TestDefenderBff() {
	}

	static void main(String[] arguments) {
		var sandbox = Sandbox.start(9000, 9001, ADDRESS);
		var all = new ArrayList<>(sandbox.arguments());
		all.addAll(List.of(arguments));
		try {
			SpringApplication.run(DefenderBff.class, all.toArray(String[]::new));
		}
		catch (RuntimeException ex) {
			sandbox.close();
			throw ex;
		}
		System.out.printf("""

				Defender BFF on its sandbox: %1$s
				Swagger UI: %1$s/swagger-ui.html
				Stop with Ctrl+C
				""", ADDRESS);
	}

}
