package io.github.defenderbff.views;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

import io.swagger.v3.core.converter.AnnotatedType;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.DateTimeSchema;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;

/** The schemas of parts, in the document that has those of their operations. */
final class PartSchemas {

	private static final String SCHEMAS = "#/components/schemas/";

	private static final String DENIED = "DeniedPart";

	private static final String UNAVAILABLE = "UnavailablePart";

	private static final String SKIPPED = "SkippedPart";

	private final OpenAPI document;

	PartSchemas(OpenAPI document) {
		this.document = document;
	}

	/** Adds what a part may be instead of loaded. */
	void addOutcomes() {
		this.document.schema(DENIED, part(State.DENIED, "reasons").description("The caller may not read it")
			.addProperty("reasons", new ArraySchema().items(reference("Reason")).description("Why")));
		this.document.schema(UNAVAILABLE, part(State.UNAVAILABLE, "problem").description("It cannot be had now")
			.addProperty("problem", reference("Problem"))
			.addProperty("retry_after", new IntegerSchema().description("Seconds after which it may be there")));
		this.document.schema(SKIPPED, part(State.SKIPPED, "why").description("There is nothing to ask for")
			.addProperty("why", new StringSchema().description("The reason, in a sentence for a person")));
	}

	/** Adds a view. */
	void addView(String name, View view) {
		var parts = new ObjectSchema();
		if (view.hasSubject()) {
			requiring(parts, view.names().getFirst());
		}
		view.parts()
			.forEach((wanted) -> parts.addProperty(wanted.name(),
					view.isSubject(wanted) ? loaded(wanted) : outcome(wanted)));
		this.document.schema(name, requiring(new ObjectSchema(), "parts").addProperty("parts", parts));
	}

	private Schema<?> outcome(Wanted wanted) {
		var others = wanted.needsSubject() ? Stream.of(DENIED, UNAVAILABLE, SKIPPED) : Stream.of(DENIED, UNAVAILABLE);
		var outcome = new Schema<>().addOneOfItem(loaded(wanted));
		others.forEach((name) -> outcome.addOneOfItem(reference(name)));
		return outcome;
	}

	private Schema<?> loaded(Wanted wanted) {
		return part(State.LOADED, "href", "as_of", "age", "body")
			.addProperty("as_of", new DateTimeSchema().description("When Defender gave it"))
			.addProperty("age", new IntegerSchema().description("How many seconds ago that was"))
			.addProperty("body", body(wanted));
	}

	private static Schema<?> part(State state, String... always) {
		var names = Stream.concat(Stream.of("state", "operation"), Stream.of(always)).toArray(String[]::new);
		return requiring(new ObjectSchema(), names)
			.addProperty("state", new StringSchema()._enum(List.of(state.word())))
			.addProperty("operation", new StringSchema().description("The operation that answers the same on its own"))
			.addProperty("href", new StringSchema().description("The path of that operation"));
	}

	private static Schema<?> requiring(Schema<?> object, String... names) {
		object.setRequired(List.of(names));
		return object;
	}

	private Schema<?> body(Wanted wanted) {
		return (wanted instanceof Read read && read.summary() != null) ? summary(read.summary().type())
				: answer(wanted.operation());
	}

	private Schema<?> summary(Class<?> type) {
		var resolved = ModelConverters.getInstance(true).resolveAsResolvedSchema(new AnnotatedType(type));
		this.document.schema(type.getSimpleName(), resolved.schema);
		return reference(type.getSimpleName());
	}

	/** What an operation answers. */
	private Schema<?> answer(String operation) {
		return this.document.getPaths()
			.values()
			.stream()
			.flatMap((item) -> item.readOperations().stream())
			.filter((candidate) -> operation.equals(candidate.getOperationId()))
			.<Schema<?>>map(PartSchemas::answer)
			.findFirst()
			.orElseThrow();
	}

	private static Schema<?> answer(Operation operation) {
		var success = Objects.requireNonNull(operation.getResponses().get("200"), operation::getOperationId);
		return Objects.requireNonNull(success.getContent().values().iterator().next().getSchema());
	}

	private static Schema<?> reference(String name) {
		return new Schema<>().$ref(SCHEMAS + name);
	}

}
