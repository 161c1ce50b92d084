package io.github.defenderbff.defender;

import java.lang.reflect.RecordComponent;
import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.defender.entity.Machine;
import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverter;
import io.swagger.v3.core.converter.ModelConverterContext;
import io.swagger.v3.core.util.Json;
import io.swagger.v3.oas.models.media.Schema;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * Documents entities as Defender sends them: any property may be null, and an enumeration
 * may have values that nobody has documented yet.
 */
@Component
final class EntityDocs implements ModelConverter {

	private static final String ENTITIES = Machine.class.getPackageName();

	@Override
	public @Nullable Schema<?> resolve(AnnotatedType type, ModelConverterContext context,
			Iterator<ModelConverter> chain) {
		if (!chain.hasNext()) {
			return null;
		}
		var schema = chain.next().resolve(type, context, chain);
		var java = Json.mapper().constructType(type.getType()).getRawClass();
		if (schema != null && java.isRecord() && java.getPackageName().equals(ENTITIES)) {
			open(model(schema, context), java.getRecordComponents());
		}
		return schema;
	}

	private static Schema<?> model(Schema<?> schema, ModelConverterContext context) {
		var reference = schema.get$ref();
		return (reference != null) ? Objects.requireNonNull(
				context.getDefinedModels().get(reference.substring(reference.lastIndexOf('/') + 1))) : schema;
	}

	private static void open(Schema<?> model, RecordComponent[] components) {
		for (var component : components) {
			var named = component.getAccessor().getAnnotation(JsonProperty.class);
			var name = (named != null) ? named.value() : component.getName();
			@Nullable Schema<?> property = model.getProperties().get(name);
			if (property != null && component.getAnnotatedType().isAnnotationPresent(Nullable.class)
					&& isAnswered(model, name, property)) {
				model.getProperties().replace(name, open(property));
			}
		}
	}

	/**
	 * What this service checks in a request is closed, and mandatory where it says so.
	 */
	private static boolean isAnswered(Schema<?> model, String name, Schema<?> property) {
		return property.getPattern() == null && (model.getRequired() == null || !model.getRequired().contains(name));
	}

	private static Schema<?> open(Schema<?> property) {
		if (property.get$ref() != null) {
			return new Schema<>().anyOf(List.of(property, new Schema<>().types(Set.of("null"))));
		}
		if (property.getEnum() != null) {
			property.addExtension("x-extensible-enum", List.copyOf(property.getEnum()));
			property.setEnum(null);
		}
		if (property.getTypes() != null) {
			var types = new LinkedHashSet<>(property.getTypes());
			types.add("null");
			property.setTypes(types);
		}
		return property;
	}

}
