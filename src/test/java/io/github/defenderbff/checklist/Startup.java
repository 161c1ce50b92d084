package io.github.defenderbff.checklist;

import java.util.stream.Stream;

import io.github.defenderbff.DefenderBff;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.context.logging.LoggingApplicationListener;

/** Starts the service with settings with which it does not start. */
final class Startup {

	private Startup() {
	}

	/** What it says. */
	static String failure(String... settings) {
		var application = new SpringApplication(DefenderBff.class);
		application.setListeners(application.getListeners()
			.stream()
			.filter((listener) -> !(listener instanceof LoggingApplicationListener))
			.toList());
		var usual = Stream.of("--BFF_BASE_URL=https://bff.example.com", "--server.port=0", "--management.server.port=0",
				"--ENTRA_TENANT_ID=5a1d0c0e-0000-4000-8000-00000000d0ff", "--ENTRA_CLIENT_ID=client",
				"--spring.main.banner-mode=off");
		try {
			application.run(Stream.concat(usual, Stream.of(settings)).toArray(String[]::new)).close();
			return "It started.";
		}
		catch (RuntimeException ex) {
			return String.valueOf(ex.getMessage());
		}
	}

}
