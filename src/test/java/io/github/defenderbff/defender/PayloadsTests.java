package io.github.defenderbff.defender;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.core.converter.ModelConverters;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.core.io.ClassPathResource;

import static org.assertj.core.api.Assertions.assertThat;

/** The payload records have the properties of the catalogue's entities. */
@NullMarked
class PayloadsTests {

	private static final Map<String, String> TYPES = Map.ofEntries(Map.entry("String", "String"),
			Map.entry("Enum", "String"), Map.entry("Guid", "String"), Map.entry("DateTimeOffset", "OffsetDateTime"),
			Map.entry("DateTime", "OffsetDateTime"), Map.entry("Int64", "Long"), Map.entry("Long", "Long"),
			Map.entry("Int32", "Integer"), Map.entry("Double", "Double"), Map.entry("Boolean", "Boolean"),
			Map.entry("AlertComment", "Comment"), Map.entry("AlertRelatedUser", "RelatedUser"),
			Map.entry("IpAddress", "Address"), Map.entry("RelatedFileInfo", "FileReference"),
			Map.entry("LiveResponseCommandResult", "CommandResult"), Map.entry("LiveResponseParam", "Param"));

	static Stream<Arguments> payloads() {
		return Stream.of(Arguments.of("Machine", Machine.class), Arguments.of("IpAddress", Machine.Address.class),
				Arguments.of("MachineAction", MachineAction.class),
				Arguments.of("LiveResponseCommandResult", MachineAction.CommandResult.class),
				Arguments.of("RelatedFileInfo", MachineAction.FileReference.class),
				Arguments.of("LiveResponseCommand", LiveResponseCommand.class),
				Arguments.of("LiveResponseParam", LiveResponseCommand.Param.class), Arguments.of("Alert", Alert.class),
				Arguments.of("AlertComment", Alert.Comment.class),
				Arguments.of("AlertRelatedUser", Alert.RelatedUser.class),
				Arguments.of("AlertEvidence", AlertEvidence.class), Arguments.of("Domain", Domain.class),
				Arguments.of("Ip", Ip.class), Arguments.of("File", File.class), Arguments.of("User", User.class),
				Arguments.of("Software", Software.class), Arguments.of("Vulnerability", Vulnerability.class),
				Arguments.of("Recommendation", Recommendation.class), Arguments.of("MissingKb", MissingKb.class),
				Arguments.of("StringValue", StringValue.class));
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void hasTheDocumentedProperties(String entity, Class<?> type) throws IOException {
		var documented = entity(entity).stream()
			.collect(Collectors.toMap((property) -> property.get("name").asString(), PayloadsTests::type));
		var declared = Arrays.stream(type.getRecordComponents())
			.collect(Collectors.toMap(PayloadsTests::name, PayloadsTests::type));
		assertThat(declared).isEqualTo(documented);
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void listsTheDocumentedValues(String entity, Class<?> type) throws IOException {
		for (var property : entity(entity)) {
			var component = Arrays.stream(type.getRecordComponents())
				.filter((candidate) -> name(candidate).equals(property.get("name").asString()))
				.findFirst()
				.orElseThrow();
			var schema = Objects.requireNonNull(component.getAccessor().getAnnotation(Schema.class));
			assertThat(schema.description()).as(component.getName()).isNotBlank();
			if (property.has("values") && component.getType() != List.class) {
				assertThat(schema.allowableValues()).as(component.getName())
					.containsExactlyInAnyOrderElementsOf(
							property.get("values").valueStream().map(JsonNode::asString).toList());
			}
		}
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void isDocumentedAsItIsRead(String entity, Class<?> type) throws IOException {
		var documented = ModelConverters.getInstance(true).readAllAsResolvedSchema(type).schema.getProperties();
		assertThat(Set.<Object>copyOf(documented.keySet())).isEqualTo(
				entity(entity).stream().map((property) -> property.get("name").asString()).collect(Collectors.toSet()));
	}

	@Test
	void readsWhatTheExamplesShow() {
		var machine = JsonMapper.shared().readValue("""
				{"id": "m", "onboardingstatus": "onboarded", "rbacGroupId": 75, "isAadJoined": true, "new": {},
				 "lastSeen": "2026-08-01T12:00:00.1234567Z", "machineTags": ["a", null]}""", Machine.class);
		assertThat(machine.onboardingStatus()).isEqualTo("onboarded");
		assertThat(machine.rbacGroupId()).isEqualTo("75");
		assertThat(machine.isAadJoined()).isTrue();
		assertThat(machine.lastSeen()).isEqualTo("2026-08-01T12:00:00.1234567Z");
		assertThat(machine.machineTags()).containsExactly("a", null);
	}

	@Test
	void masksLinks() {
		assertThat(new StringValue(null, "https://storage.example/?sig=secret")).asString().doesNotContain("secret");
	}

	private static List<JsonNode> entity(String name) throws IOException {
		for (var file : List.of("entities-a", "entities-b")) {
			try (var json = new ClassPathResource("catalogue/" + file + ".json").getInputStream()) {
				var entity = JsonMapper.shared().readTree(json).path(name);
				if (!entity.isMissingNode()) {
					return entity.get("properties").valueStream().toList();
				}
			}
		}
		throw new IllegalArgumentException(name);
	}

	private static String type(JsonNode property) {
		var type = property.get("type").asString();
		var element = type.replaceAll("^(List|Collection)\\(|\\)$", "");
		var java = TYPES.getOrDefault(element, element);
		return element.equals(type) ? java : "List of " + java;
	}

	private static String type(RecordComponent component) {
		var type = ResolvableType.forType(component.getGenericType());
		return (type.toClass() == List.class) ? "List of " + type.getGeneric(0).toClass().getSimpleName()
				: type.toClass().getSimpleName();
	}

	private static String name(RecordComponent component) {
		var renamed = component.getAccessor().getAnnotation(JsonProperty.class);
		return (renamed != null) ? renamed.value() : component.getName();
	}

}
