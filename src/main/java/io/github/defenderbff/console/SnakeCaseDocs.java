package io.github.defenderbff.console;

import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import tools.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.core.annotation.AnnotationUtils;
import org.springframework.stereotype.Component;

/**
 * Documents our own answers under the names they have: the generator reads Jackson 2 and
 * passes over the naming that Jackson 3 applies.
 */
@Component
@SuppressWarnings("rawtypes") // Swagger's own
final class SnakeCaseDocs implements ModelConverter, GlobalOpenApiCustomizer {

	private final Set<String> models = ConcurrentHashMap.newKeySet();

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		if (!chain.hasNext()) {
			return null;
		}
		var schema = chain.next().resolve(type, context, chain);
		var java = Json.mapper().constructType(type.getType()).getRawClass();
		var naming = AnnotationUtils.findAnnotation(java, JsonNaming.class);
		if (schema != null && naming != null && naming.value() == SnakeCaseStrategy.class) {
			var reference = schema.get$ref();
			this.models.add((reference != null) ? reference.substring(reference.lastIndexOf('/') + 1)
					: Objects.requireNonNullElse(schema.getName(), java.getSimpleName()));
		}
		return schema;
	}

	@Override
	public void customise(OpenAPI document) {
		document.getComponents()
			.getSchemas()
			.entrySet()
			.stream()
			.filter((schema) -> this.models.contains(schema.getKey()))
			.forEach((schema) -> rename(schema.getValue()));
	}

	private static void rename(Schema<?> schema) {
		if (schema.getProperties() != null) {
			var properties = new LinkedHashMap<String, Schema>();
			schema.getProperties().forEach((name, property) -> properties.put(snakeCase(name), property));
			schema.setProperties(properties);
		}
		if (schema.getRequired() != null) {
			schema.setRequired(schema.getRequired().stream().map(SnakeCaseDocs::snakeCase).distinct().toList());
		}
		Objects.requireNonNullElse(schema.getAllOf(), List.<Schema>of()).forEach(SnakeCaseDocs::rename);
	}

	private static String snakeCase(String name) {
		return name.replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
	}

}
