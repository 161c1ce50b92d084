package io.github.sandbox.entra;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.io.ClassPathResource;

/** The application roles Defender documents, read from the catalogue of its endpoints. */
final class DefenderRoles {

	static final Set<String> ALL = Stream.of("catalogue/endpoints-a.json", "catalogue/endpoints-b.json")
		.flatMap(DefenderRoles::in)
		.collect(Collectors.toUnmodifiableSet());

	private DefenderRoles() {
	}

	private static Stream<String> in(String file) {
		try (InputStream input = new ClassPathResource(file).getInputStream()) {
			return new JsonMapper().readTree(input)
				.valueStream()
				.flatMap((endpoint) -> endpoint.path("applicationRoles").valueStream())
				.map(JsonNode::stringValue);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
