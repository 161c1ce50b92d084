package io.github.defenderbff.relay;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Period;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.quota.Limits;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.models.media.IntegerSchema;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import io.swagger.v3.oas.models.media.StringSchema;
import io.swagger.v3.oas.models.parameters.Parameter;
import io.swagger.v3.oas.models.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springdoc.core.utils.SpringDocUtils;

import org.springframework.core.annotation.AnnotatedElementUtils;
import org.springframework.stereotype.Component;
import org.springframework.web.method.HandlerMethod;

/**
 * Documents each operation from its declaration: what it requires, its limits, its OData
 * options.
 */
@Component
final class OperationDocs implements GlobalOperationCustomizer {

	static {
		SpringDocUtils.getConfig()
			.addResponseWrapperToIgnore(Payload.class)
			.addResponseWrapperToIgnore(Body.class)
			.addRequestWrapperToIgnore(ODataQuery.class, Upload.class);
	}

	private final Operations operations;

	private final Clock clock;

	OperationDocs(Operations operations, Clock clock) {
		this.operations = operations;
		this.clock = clock;
	}

	@Override
	public io.swagger.v3.oas.models.Operation customize(io.swagger.v3.oas.models.Operation documented,
			HandlerMethod handler) {
		if (!AnnotatedElementUtils.hasAnnotation(handler.getBeanType(), DefenderApi.class)) {
			return documented;
		}
		var operation = this.operations.of(handler.getMethod());
		documented.setOperationId(operation.id());
		documented.setDescription(description(documented.getDescription(), operation));
		extensions(operation).forEach(documented::addExtension);
		var odata = operation.odata();
		if (odata != null) {
			parameters(odata).forEach(documented::addParametersItem);
		}
		documented.getResponses().values().forEach(OperationDocs::describeOtherForms);
		if (documented.getParameters() != null) {
			documented.getParameters().forEach(this::exemplify);
		}
		return documented;
	}

	/** Rows are not what the JSON of the whole table is. */
	private static void describeOtherForms(ApiResponse response) {
		if (response.getContent() != null) {
			RowsConverter.TYPES.stream()
				.map((type) -> type.toString())
				.filter(response.getContent()::containsKey)
				.forEach((type) -> response.getContent().put(type, new MediaType().schema(new StringSchema())));
		}
	}

	/**
	 * Text that looks like a number is text all the same. Defender looks back for days
	 * only, so the example of a time is yesterday.
	 */
	private void exemplify(Parameter parameter) {
		var schema = parameter.getSchema();
		if (parameter.getExample() != null && schema.getTypes().contains("string")) {
			var time = "date-time".equals(schema.getFormat());
			parameter.setExample(time ? yesterday() : parameter.getExample().toString());
		}
	}

	private String yesterday() {
		return this.clock.instant().minus(Period.ofDays(1)).truncatedTo(ChronoUnit.DAYS).toString();
	}

	private static String description(@Nullable String text, Operation operation) {
		var lines = new ArrayList<String>();
		if (text != null) {
			lines.add(text + "\n");
		}
		var requirement = operation.requirement();
		lines.add(requirement.anyScope().isEmpty() ? "**Applications only**: no delegated permission is documented."
				: "**Scope**: " + anyOf(scopes(operation)) + inferred(operation, Part.SCOPE));
		if (!requirement.anyPrivilege().isEmpty()) {
			lines.add("**Privilege**: " + anyOf(privileges(operation)) + inferred(operation, Part.PRIVILEGE));
		}
		if (requirement.deviceGroupScoped()) {
			lines.add("**Device groups**: only what is exposed to the person");
		}
		lines.add("**Application role**: " + anyOf(roles(operation)) + inferred(operation, Part.APPLICATION_ROLE));
		var limits = operation.limits();
		lines.add(
				"**Shared limit**: " + limit(limits.perMinute(), "a minute") + ", " + limit(limits.perHour(), "an hour")
						+ run(limits) + ((limits.of() != null) ? ", together with `" + limits.of() + "`" : "")
						+ (limits.stated() ? "" : " *(inferred)*"));
		return String.join("  \n", lines);
	}

	private static String limit(int calls, String period) {
		return (calls > 0) ? calls + " calls " + period : "no limit stated " + period;
	}

	private static String run(Limits limits) {
		var run = limits.run();
		return (run == null) ? "" : ", %d minutes of run time an hour, %d hours a day"
			.formatted(run.perHour().toMinutes(), run.perDay().toHours());
	}

	private static String inferred(Operation operation, Part part) {
		return operation.requirement().inferred().contains(part) ? " *(inferred)*" : "";
	}

	private static String anyOf(List<String> names) {
		return String.join(" or ", names.stream().map((name) -> "`" + name + "`").toList());
	}

	private static List<String> scopes(Operation operation) {
		var detour = operation.detour();
		if (detour != null) {
			return detour.resource().scopes().stream().map((scope) -> detour.resource().name() + "/" + scope).toList();
		}
		return operation.requirement().anyScope().stream().map(Scope::value).toList();
	}

	private static List<String> roles(Operation operation) {
		return operation.requirement().anyApplicationRole().stream().sorted().toList();
	}

	private static List<String> privileges(Operation operation) {
		return operation.requirement().anyPrivilege().stream().map(Privilege::classicName).toList();
	}

	private static Map<String, Object> extensions(Operation operation) {
		var requirement = operation.requirement();
		return Map.of("x-state-change", operation.stateChange(), "x-required-scopes", scopes(operation),
				"x-application-roles", roles(operation), "x-user-privileges", privileges(operation),
				"x-device-group-scoped", requirement.deviceGroupScoped(), "x-quota", quota(operation.limits()),
				"x-inferred", requirement.inferred().stream().map(Part::name).sorted().toList());
	}

	private static Map<String, Object> quota(Limits limits) {
		var quota = new TreeMap<String, Object>(Map.of("stated", limits.stated()));
		if (limits.perMinute() > 0) {
			quota.put("per_minute", limits.perMinute());
		}
		if (limits.perHour() > 0) {
			quota.put("per_hour", limits.perHour());
		}
		var run = limits.run();
		if (run != null) {
			quota.put("run_seconds_per_hour", run.perHour().toSeconds());
			quota.put("run_seconds_per_day", run.perDay().toSeconds());
		}
		return quota;
	}

	private static List<Parameter> parameters(OData odata) {
		var options = ODataOptions.of(odata);
		var parameters = new ArrayList<>(options.names().stream().map((name) -> parameter(name, odata)).toList());
		if (options.isPaged()) {
			parameters.add(parameter(ODataOptions.SKIP_TOKEN, "Where the next page begins; only as a next link gave it",
					new StringSchema()));
		}
		return parameters;
	}

	private static Parameter parameter(String name, OData odata) {
		return switch (name) {
			case "$filter" ->
				parameter(name, "OData filter on " + String.join(", ", odata.filter()), new StringSchema());
			case "$top" -> parameter(name, "The most rows to answer; there is no next link then", number(odata.top()));
			case "$skip" ->
				parameter(name, "How many rows to pass over", number(OData.UNBOUNDED).minimum(BigDecimal.ZERO));
			case "pageSize" -> parameter(name, "The most rows of one page", number(odata.pageSize()));
			default -> parameter(name, "What to include", new StringSchema()._enum(List.of(odata.expand())));
		};
	}

	private static Schema<?> number(int maximum) {
		var number = new IntegerSchema().minimum(BigDecimal.ONE);
		return (maximum == OData.UNBOUNDED) ? number : number.maximum(BigDecimal.valueOf(maximum));
	}

	private static Parameter parameter(String name, String description, Schema<?> schema) {
		return new Parameter().in("query").name(name).description(description).schema(schema);
	}

}
