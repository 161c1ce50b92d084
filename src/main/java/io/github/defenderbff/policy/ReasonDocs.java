package io.github.defenderbff.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.media.ComposedSchema;
import io.swagger.v3.oas.models.media.Discriminator;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.stereotype.Component;

/**
 * Documents reasons as what they are: one of several kinds, told apart by {@code type}.
 */
@Component
final class ReasonDocs implements GlobalOpenApiCustomizer {

	private static final String NAME = "Reason";

	private static final String REFERENCE = "#/components/schemas/";

	private static final List<String> KINDS = Arrays.stream(Reason.class.getPermittedSubclasses())
		.map(Class::getSimpleName)
		.sorted()
		.toList();

	@Override
	public void customise(OpenAPI document) {
		var schemas = document.getComponents().getSchemas();
		if (!schemas.containsKey(NAME)) {
			return;
		}
		KINDS.forEach((kind) -> schemas.computeIfPresent(kind, (_, schema) -> flat(kind, schema)));
		schemas.put(NAME, union());
		Schema<?> result = Objects.requireNonNull(schemas.get(PermissionResult.class.getSimpleName()));
		Schema<?> reasons = Objects.requireNonNull(result.getProperties().get("reasons"));
		reasons.setItems(new Schema<>().$ref(REFERENCE + NAME));
	}

	/** One kind, complete in itself. */
	private static Schema<?> flat(String kind, Schema<?> derived) {
		var flat = new ObjectSchema();
		var required = new TreeSet<>(List.of("type", "detail", "next_step"));
		flat.addProperty("type", new StringSchema()._enum(List.of(kind)))
			.addProperty("detail", new StringSchema().description("The fact, in a sentence for a person"))
			.addProperty("next_step", new StringSchema().description("What would help, in a sentence for a person"));
		for (Schema<?> part : derived.getAllOf()) {
			if (part.getProperties() != null) {
				part.getProperties().forEach((name, schema) -> flat.addProperty(name, (Schema<?>) schema));
			}
			required.addAll(Objects.requireNonNullElse(part.getRequired(), List.of()));
		}
		required.addAll(Objects.requireNonNullElse(derived.getRequired(), List.of()));
		flat.setRequired(required.stream().toList());
		return flat;
	}

	private static Schema<?> union() {
		var union = new ComposedSchema();
		union.description("Why a caller may not do something, or what is not known");
		KINDS.forEach((kind) -> union.addOneOfItem(new Schema<>().$ref(REFERENCE + kind)));
		return union.discriminator(new Discriminator().propertyName("type"));
	}

}
