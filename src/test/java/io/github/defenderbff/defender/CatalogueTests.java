package io.github.defenderbff.defender;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.quota.Rate;
import io.github.defenderbff.relay.Body;
import io.github.defenderbff.relay.OData;
import io.github.defenderbff.relay.ODataQuery;
import io.github.defenderbff.signin.Scope;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.core.io.ClassPathResource;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;

import static org.assertj.core.api.Assertions.assertThat;

/** Every declaration says what the catalogue of Defender's documentation says. */
@NullMarked
class CatalogueTests {

	private static final String OF_THE_CANCELLED_ACTION = "the privilege of the action being cancelled";

	private static final Set<Privilege> ANY_ACTION = EnumSet.of(Privilege.ALERTS_INVESTIGATION,
			Privilege.ACTIVE_REMEDIATION, Privilege.MANAGE_SECURITY_SETTINGS, Privilege.LIVE_RESPONSE_BASIC,
			Privilege.LIVE_RESPONSE_ADVANCED);

	/**
	 * The catalogue is silent on device groups for these, but the call names a device.
	 */
	private static final Set<String> NAMES_A_DEVICE_ALL_THE_SAME = Set.of("machines.software",
			"machines.vulnerabilities", "machines.recommendations", "machines.missingKbs", "machines.runLiveResponse",
			"machineActions.get", "machineActions.cancel", "machineActions.liveResponseResultLink");

	@Test
	void declaresEveryOperationAndInventsNone() throws IOException {
		var entities = Declared.all().map((declared) -> entity(declared.id())).collect(Collectors.toSet());
		var documented = Stream.of("endpoints-a", "endpoints-b")
			.flatMap(CatalogueTests::catalogue)
			.map((row) -> row.get("id").asString())
			.filter((id) -> entities.contains(entity(id)));
		assertThat(Declared.all().map(Declared::id)).doesNotHaveDuplicates()
			.containsExactlyInAnyOrderElementsOf(documented.toList())
			.hasSize(39);
	}

	private static String entity(String operation) {
		return operation.substring(0, operation.indexOf('.'));
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void routesAsDocumented(Declared declared) {
		var row = row(declared);
		assertThat(declared.verb()).isEqualTo(row.get("method").asString());
		assertThat(declared.path()).isEqualTo(row.get("path").asString());
		assertThat(named(declared, PathVariable.class)).isEqualTo(params(row, "path"));
		assertThat(named(declared, RequestParam.class)).isEqualTo(
				params(row, "query").stream().filter((name) -> !name.startsWith("$")).collect(Collectors.toSet()));
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void requiresTheDocumentedScopesAndRoles(Declared declared) {
		var row = row(declared);
		var requirement = declared.requirement();
		assertThat(requirement.anyScope()).extracting(Scope::value)
			.containsExactlyInAnyOrderElementsOf(texts(row.get("delegatedScopes")));
		assertThat(requirement.anyApplicationRole())
			.containsExactlyInAnyOrderElementsOf(texts(row.get("applicationRoles")));
		assertThat(requirement.inferred().contains(Part.SCOPE)).as("scope is inferred")
			.isEqualTo(newestPageListsFewerScopes(row));
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void requiresThePrivilegesOfThePageOrInferredOnes(Declared declared) {
		var row = row(declared);
		var documented = texts(row.get("userPrivileges"));
		var inferred = texts(row.get("inferredUserPrivileges"));
		var requirement = declared.requirement();
		assertThat(requirement.anyPrivilege())
			.containsExactlyInAnyOrderElementsOf(privileges(documented.isEmpty() ? inferred : documented));
		assertThat(requirement.inferred().contains(Part.PRIVILEGE)).as("privilege is inferred")
			.isEqualTo(documented.isEmpty() && !inferred.isEmpty());
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void meetsDeviceGroupsAsDocumentedOrAsThePathSays(Declared declared) {
		var row = row(declared);
		var requirement = declared.requirement();
		assertThat(requirement.deviceGroupScoped()).isEqualTo(row.get("deviceGroupScoped").asBoolean());
		assertThat(requirement.inferred().contains(Part.EXPOSURE)).as("exposure is inferred")
			.isEqualTo(NAMES_A_DEVICE_ALL_THE_SAME.contains(declared.id()));
		assertThat(requirement.exposure()).isEqualTo(expectedExposure(declared, row));
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void statesTheDocumentedRate(Declared declared) {
		var row = row(declared).get("rate");
		var rate = declared.method().getAnnotation(Rate.class);
		assertThat((rate != null) ? rate.perMinute() : Rate.USUAL_PER_MINUTE).isEqualTo(perMinute(row));
		assertThat((rate != null) ? rate.perHour() : Rate.USUAL_PER_HOUR).isEqualTo(perHour(row));
		assertThat(rate == null || perMinute(row) != Rate.USUAL_PER_MINUTE || perHour(row) != Rate.USUAL_PER_HOUR)
			.as("the usual rate is not repeated")
			.isTrue();
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void takesTheDocumentedOptions(Declared declared) {
		var row = row(declared).get("odata");
		var options = declared.method().getAnnotation(OData.class);
		var takesQuery = Arrays.asList(declared.method().getParameterTypes()).contains(ODataQuery.class);
		assertThat(takesQuery).isEqualTo(!row.isNull());
		assertThat(options != null).isEqualTo(!row.isNull());
		if (options != null) {
			assertThat(options.filter()).containsExactlyInAnyOrderElementsOf(texts(row.get("filter")));
			assertThat(options.top()).isEqualTo(row.get("top").asInt(0));
			assertThat(options.skip()).isEqualTo(row.get("skip").asBoolean());
			assertThat(options.expand()).containsExactlyInAnyOrderElementsOf(texts(row.get("expand")));
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void answersWithTheDocumentedTypeAndStatus(Declared declared) {
		var row = row(declared);
		assertThat(answer(declared.method())).isEqualTo(row.get("returns").asString());
		var status = declared.method().getAnnotation(ResponseStatus.class);
		assertThat((status != null) ? status.value().value() : 200).isEqualTo(row.get("success").asInt());
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void takesTheDocumentedBody(Declared declared) {
		var properties = Stream.of(declared.method().getGenericParameterTypes())
			.map(ResolvableType::forType)
			.filter((type) -> type.toClass() == Body.class)
			.map((type) -> type.getGeneric(0).toClass())
			.flatMap((type) -> Stream.of(type.getRecordComponents()))
			.map((component) -> {
				var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
				return (renamed != null) ? renamed.value() : component.getName();
			})
			.collect(Collectors.toSet());
		assertThat(properties).isEqualTo(params(row(declared), "body"));
	}

	private static Exposure expectedExposure(Declared declared, JsonNode row) {
		if (!row.get("deviceGroupScoped").asBoolean() && !NAMES_A_DEVICE_ALL_THE_SAME.contains(declared.id())) {
			return Exposure.NOT_STATED;
		}
		if (Pattern.matches(".*\\{(id|machineId)}.*", declared.path())) {
			return switch (row.get("entity").asString()) {
				case "Machine" -> Exposure.MACHINE;
				case "MachineAction" -> Exposure.MACHINE_ACTION;
				default -> Exposure.ALERT;
			};
		}
		var body = params(row, "body");
		if (body.contains("alertIds")) {
			return Exposure.BODY_ALERTS;
		}
		return (body.contains("MachineIds") || body.contains("machineId")) ? Exposure.BODY_MACHINES : Exposure.FILTERED;
	}

	private static boolean newestPageListsFewerScopes(JsonNode row) {
		var newest = row.get("newestRevisionScopes");
		return !newest.isNull() && texts(newest.get("delegatedScopes")).size() < row.get("delegatedScopes").size();
	}

	private static int perMinute(JsonNode rate) {
		return rate.path("perMinute").asInt(Rate.UNSTATED);
	}

	private static int perHour(JsonNode rate) {
		return rate.path("perHour").asInt(Rate.UNSTATED);
	}

	private static Set<Privilege> privileges(List<String> wordings) {
		if (wordings.equals(List.of(OF_THE_CANCELLED_ACTION))) {
			return ANY_ACTION;
		}
		return wordings.stream().map((name) -> Privilege.named(name).orElseThrow()).collect(Collectors.toSet());
	}

	private static String answer(Method method) {
		var type = ResolvableType.forMethodReturnType(method).getGeneric(0);
		if (type.toClass() == Void.class) {
			return "Empty";
		}
		return type.hasGenerics() ? "Collection(" + type.getGeneric(0).toClass().getSimpleName() + ")"
				: type.toClass().getSimpleName();
	}

	private static Set<String> named(Declared declared, Class<? extends Annotation> annotation) {
		return Arrays.stream(declared.method().getParameters())
			.filter((parameter) -> parameter.isAnnotationPresent(annotation))
			.map(Parameter::getName)
			.collect(Collectors.toSet());
	}

	private static Set<String> params(JsonNode row, String where) {
		return row.get("params")
			.valueStream()
			.filter((param) -> where.equals(param.get("in").asString()))
			.map((param) -> param.get("name").asString())
			.collect(Collectors.toSet());
	}

	private static List<String> texts(@Nullable JsonNode array) {
		return Objects.requireNonNull(array).valueStream().map(JsonNode::asString).toList();
	}

	private static JsonNode row(Declared declared) {
		return Stream.of("endpoints-a", "endpoints-b")
			.flatMap(CatalogueTests::catalogue)
			.filter((row) -> declared.id().equals(row.get("id").asString()))
			.findFirst()
			.orElseThrow();
	}

	private static Stream<JsonNode> catalogue(String name) {
		try (var json = new ClassPathResource("catalogue/" + name + ".json").getInputStream()) {
			return JsonMapper.shared().readTree(json).valueStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
