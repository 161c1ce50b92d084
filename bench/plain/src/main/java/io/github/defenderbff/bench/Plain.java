package io.github.defenderbff.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Signs people in and answers bytes that it read at the start; nothing else. */
@SpringBootApplication
@RestController
class Plain {

	private final byte[] small;

	private final byte[] large;

	Plain(@Value("${small}") Path small, @Value("${large}") Path large) throws IOException {
		this.small = Files.readAllBytes(small);
		this.large = Files.readAllBytes(large);
	}

	static void main(String[] arguments) {
		SpringApplication.run(Plain.class, arguments);
	}

	@GetMapping(path = "/small", produces = MediaType.APPLICATION_JSON_VALUE)
	byte[] small() {
		return this.small;
	}

	@GetMapping(path = "/large", produces = MediaType.APPLICATION_JSON_VALUE)
	byte[] large() {
		return this.large;
	}

}
