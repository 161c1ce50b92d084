package io.github.sandbox.defender;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

import org.springframework.core.io.ClassPathResource;

/** An operation as the catalogue of Defender's documentation describes it. */
record CatalogueRow(JsonNode json) {

	/** The rows about vulnerability management and device health. */
	static Stream<CatalogueRow> posture() {
		return read("endpoints-b").valueStream().map(CatalogueRow::new);
	}

	/** The properties of an entity by name; missing when the catalogue has no such. */
	static JsonNode properties(String entity) {
		return read("entities-b").path(entity).path("properties");
	}

	String id() {
		return text("id");
	}

	String method() {
		return text("method");
	}

	String path() {
		return text("path");
	}

	String returns() {
		return text("returns");
	}

	/** The scopes Defender really accepts. */
	List<String> scopes() {
		return misprinted() ? texts("delegatedScopesLikely") : texts("delegatedScopes");
	}

	boolean misprinted() {
		return this.json.has("delegatedScopesLikely");
	}

	List<String> printedScopes() {
		return texts("delegatedScopes");
	}

	List<String> roles() {
		List<String> roles = texts("applicationRoles");
		return roles.isEmpty() ? scopes().stream().map((scope) -> scope + ".All").toList() : roles;
	}

	int success() {
		return this.json.path("success").intValue();
	}

	int perMinute() {
		return this.json.path("rate").path("perMinute").asInt(0);
	}

	boolean narrowed() {
		return this.json.path("odata").isObject();
	}

	Set<String> filterable() {
		return this.json.at("/odata/filter")
			.valueStream()
			.map((name) -> name.stringValue().toLowerCase(Locale.ROOT))
			.collect(Collectors.toSet());
	}

	int maxTop() {
		return this.json.at("/odata/top").intValue();
	}

	@Override
	public String toString() {
		return id();
	}

	private String text(String name) {
		return this.json.path(name).stringValue();
	}

	private List<String> texts(String name) {
		return this.json.path(name).valueStream().map(JsonNode::stringValue).toList();
	}

	private static JsonNode read(String file) {
		try (InputStream input = new ClassPathResource("catalogue/%s.json".formatted(file)).getInputStream()) {
			return Json.read(input.readAllBytes());
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
