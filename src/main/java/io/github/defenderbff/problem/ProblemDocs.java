package io.github.defenderbff.problem;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

import io.swagger.v3.oas.models.Components;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.ObjectSchema;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;

import org.springframework.stereotype.Component;

/** Documents the problems that every operation can be answered with. */
@Component
final class ProblemDocs implements GlobalOpenApiCustomizer {

	private static final String NAME = "Problem";

	/** What no documented operation answers. */
	private static final Set<ProblemType> ELSEWHERE = EnumSet.of(ProblemType.SIGN_IN_FAILED,
			ProblemType.CONSENT_DECLINED, ProblemType.ADMIN_CONSENT_REQUIRED, ProblemType.SCOPE_NOT_GRANTED,
			ProblemType.ADMIN_CONSENT_UNAVAILABLE, ProblemType.METHOD_NOT_ALLOWED, ProblemType.OPERATION_RETIRED);

	@Override
	public void customise(OpenAPI document) {
		var responses = responses();
		var components = (document.getComponents() != null) ? document.getComponents() : new Components();
		document.components(components.addSchemas(NAME, schema()));
		responses.forEach((status, response) -> components.addResponses(NAME + status, response));
		document.getPaths()
			.forEach((path, item) -> item.readOperations()
				.forEach((operation) -> responses.keySet()
					.stream()
					.filter((status) -> canMeet(path, operation, status))
					.forEach((status) -> operation.getResponses()
						.computeIfAbsent(status,
								(_) -> new ApiResponse().$ref("#/components/responses/" + NAME + status)))));
	}

	/** Whether a caller who keeps to the document can meet the status there. */
	private static boolean canMeet(String path, Operation operation, String status) {
		return switch (status) {
			case "404" -> path.contains("{") || operation.getRequestBody() != null;
			case "422" -> operation.getParameters() != null && operation.getParameters()
				.stream()
				.anyMatch((parameter) -> "Idempotency-Key".equals(parameter.getName()));
			case "413", "415" -> operation.getRequestBody() != null;
			default -> true;
		};
	}

	private static Map<String, ApiResponse> responses() {
		return Arrays.stream(ProblemType.values())
			.filter((type) -> !ELSEWHERE.contains(type))
			.collect(Collectors.groupingBy((type) -> Integer.toString(type.status().value()), TreeMap::new,
					Collectors.collectingAndThen(Collectors.mapping(ProblemType::title, Collectors.joining("; or ")),
							ProblemDocs::response)));
	}

	private static ApiResponse response(String titles) {
		var media = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + NAME));
		return new ApiResponse().description(titles)
			.content(new Content().addMediaType(org.springframework.http.MediaType.APPLICATION_PROBLEM_JSON_VALUE,
					media));
	}

	private static Schema<?> schema() {
		return requiring("type", "title", "status")
			.description("A failure (RFC 9457); members beyond these depend on the type")
			.addProperty("type", type())
			.addProperty("title", new StringSchema().description("The kind in words"))
			.addProperty("status", new IntegerSchema().description("The HTTP status"))
			.addProperty("detail", new StringSchema().description("What happened, in a sentence for a person"))
			.addProperty("instance", new StringSchema().description("The path that was called"))
			.addProperty("correlation_id", new StringSchema().description("What to quote when reporting it"))
			.addProperty("reasons",
					new ArraySchema().items(new Schema<>().$ref("#/components/schemas/Reason"))
						.description("Why a permission is missing or not proven"))
			.addProperty("errors", new ArraySchema().items(error()).description("What is wrong in the request"))
			.addProperty("parameter", new StringSchema().description("The parameter that is wrong"))
			.addProperty("code", new StringSchema().description("Defender's code of its error"))
			.addProperty("target", new StringSchema().description("What Microsoft's support asks for"))
			.addProperty("operation", new StringSchema().description("The operation whose limit is used up"))
			.addProperty("cause",
					oneOf("budget", "reserve", "share", "defender").description(
							"Why nothing of it is left: all is used, the rest is kept for changes, the caller has had "
									+ "their share, or Defender asked for a pause"))
			.addProperty("limit", limit())
			.addProperty("per_hour",
					new IntegerSchema().description("How many devices one person may change in an hour"))
			.addProperty("left", new IntegerSchema().description("How many of them are left"))
			.addProperty("wanted", new IntegerSchema().description("How many this would be"))
			.addProperty("login_url", new StringSchema().description("Where to sign in"))
			.addProperty("successor", new StringSchema().description("The operation that answers today"));
	}

	/** There may be more kinds one day. */
	private static Schema<?> type() {
		var known = Arrays.stream(ProblemType.values()).map((type) -> type.uri().toString()).toList();
		var type = new StringSchema().description("The stable kind of failure");
		type.addExtension("x-extensible-enum", known);
		return type;
	}

	private static Schema<?> requiring(String... names) {
		var object = new ObjectSchema();
		object.setRequired(List.of(names));
		return object;
	}

	private static Schema<?> limit() {
		return requiring("window", "seconds", "quota", "unit").description("That limit; absent in a pause")
			.addProperty("window", new StringSchema().description("Its name, as in RateLimit-Policy"))
			.addProperty("seconds", new IntegerSchema().description("How long it looks back"))
			.addProperty("quota", new IntegerSchema().description("How much Defender allows in that time"))
			.addProperty("unit", oneOf("calls", "run_seconds").description("What is counted"));
	}

	private static Schema<?> oneOf(String... values) {
		return new StringSchema()._enum(List.of(values));
	}

	private static Schema<?> error() {
		return requiring("detail")
			.addProperty("pointer", new StringSchema().description("Where in the body (RFC 6901)"))
			.addProperty("parameter", new StringSchema().description("Which parameter"))
			.addProperty("detail", new StringSchema().description("What is wrong with it"));
	}

}
