package io.github.defenderbff.views;

import java.util.List;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.ArraySchema;
import io.swagger.v3.oas.models.media.Content;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.springdoc.core.customizers.GlobalOpenApiCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.core.annotation.MergedAnnotations;
import org.springframework.stereotype.Component;
import org.springframework.util.StringUtils;
import org.springframework.web.bind.annotation.GetMapping;

/**
 * Documents each view from its declaration: which parts it has, and that the body of each
 * is what its own operation answers.
 */
@Component
final class ViewDocs implements GlobalOpenApiCustomizer {

	static {
		SpringDocUtils.getConfig().addResponseTypeToIgnore(Page.class);
	}

	private final List<Screen> screens;

	ViewDocs(List<Screen> screens) {
		this.screens = screens;
	}

	@Override
	public void customise(OpenAPI document) {
		var schemas = new PartSchemas(document);
		schemas.addOutcomes();
		this.screens.forEach((screen) -> {
			var item = Objects.requireNonNull(document.getPaths().get(path(screen)));
			describe(screen.view(), item.getGet(), schemas);
		});
	}

	private static String path(Screen screen) {
		return Stream.of(screen.getClass().getDeclaredMethods())
			.flatMap((method) -> MergedAnnotations.from(method).stream(GetMapping.class))
			.map((mapping) -> mapping.getStringArray("value")[0])
			.findFirst()
			.orElseThrow();
	}

	private static void describe(View view, Operation operation, PartSchemas schemas) {
		var id = operation.getOperationId();
		var name = StringUtils.capitalize(id.substring(id.indexOf('.') + 1)) + "View";
		schemas.addView(name, view);
		var json = new MediaType().schema(new Schema<>().$ref("#/components/schemas/" + name));
		operation.getResponses()
			.addApiResponse("200", new ApiResponse().description("The view")
				.content(new Content().addMediaType("application/json", json)));
		operation.getParameters()
			.stream()
			.filter((parameter) -> "parts".equals(parameter.getName()))
			.forEach((parameter) -> choose(parameter, view));
		operation.addExtension("x-view-parts",
				view.parts()
					.stream()
					.collect(Collectors.toMap(Wanted::name, Wanted::operation, (one, _) -> one, TreeMap::new)));
	}

	private static void choose(Parameter parameter, View view) {
		parameter.description("The parts that are wanted, separated by commas; all without it"
				+ (view.hasSubject() ? ". The first is always there" : ""));
		parameter.style(Parameter.StyleEnum.FORM)
			.explode(false)
			.schema(new ArraySchema().items(new StringSchema()._enum(view.names())));
	}

}
