package io.github.defenderbff.console;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Iterator;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Documents what our own answers always have: what cannot be null. Of what Defender sends
 * or is sent, its own documentation says what is mandatory.
 */
@Component
@SuppressWarnings("rawtypes") // Swagger's own
final class RequiredDocs implements ModelConverter {

	private static final String OURS = "io.github.defenderbff.";

	private static final String DEFENDERS = OURS + "defender.";

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		if (!chain.hasNext()) {
			return null;
		}
		var schema = chain.next().resolve(type, context, chain);
		var java = Json.mapper().constructType(type.getType()).getRawClass();
		if (schema != null && java.isRecord() && isOurs(java.getName())) {
			var model = model(schema, context.getDefinedModels());
			if (model != null && model.getProperties() != null) {
				require(model, java.getRecordComponents());
				model.getProperties().replaceAll((_, property) -> plain(property));
			}
		}
		return schema;
	}

	private static boolean isOurs(String name) {
		return name.startsWith(OURS) && !name.startsWith(DEFENDERS);
	}

	/** The schema itself, or the one it refers to; null where that is made elsewhere. */
	private static @Nullable Schema<?> model(Schema<?> schema, Map<String, Schema> models) {
		var reference = schema.get$ref();
		return (reference != null) ? models.get(reference.substring(reference.lastIndexOf('/') + 1)) : schema;
	}

	private static void require(Schema<?> model, RecordComponent[] components) {
		var required = new TreeSet<String>();
		if (model.getRequired() != null) {
			required.addAll(model.getRequired());
		}
		Arrays.stream(components)
			.filter((component) -> !component.getAnnotatedType().isAnnotationPresent(Nullable.class))
			.map(RequiredDocs::name)
			.filter(model.getProperties()::containsKey)
			.forEach(required::add);
		if (!required.isEmpty()) {
			model.setRequired(required.stream().toList());
		}
	}

	private static String name(RecordComponent component) {
		var named = component.getAccessor().getAnnotation(JsonProperty.class);
		return (named != null) ? named.value() : component.getName();
	}

	/** A reference says all; the generator adds what it finds in a map. */
	private static Schema plain(Schema<?> property) {
		return (property.get$ref() != null && property.getAdditionalProperties() != null)
				? new Schema<>().$ref(Objects.requireNonNull(property.get$ref())) : property;
	}

}
