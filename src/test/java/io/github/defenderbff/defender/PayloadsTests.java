package io.github.defenderbff.defender;

import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import io.github.defenderbff.defender.entity.BaselineProfile;
import io.github.defenderbff.defender.entity.ExportFilesResponse;
import io.github.defenderbff.defender.entity.InformationGatheringAssessment;
import io.github.defenderbff.defender.entity.Machine;
import io.github.defenderbff.defender.entity.ScanAgent;
import io.github.defenderbff.defender.entity.StringValue;
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
			Map.entry("LiveResponseCommandResult", "CommandResult"), Map.entry("LiveResponseParam", "Param"),
			Map.entry("Int", "Integer"), Map.entry("Object", "Map"),
			Map.entry("BrowserExtensionPermission", "Permission"), Map.entry("QuerySchemaColumn", "SchemaColumn"));

	/** The catalogue's names of records that are nested in another one here. */
	private static final Map<String, String> NESTED = Map.of("Machine.Address", "IpAddress",
			"MachineAction.CommandResult", "LiveResponseCommandResult", "MachineAction.FileReference",
			"RelatedFileInfo", "LiveResponseCommand.Param", "LiveResponseParam", "Alert.Comment", "AlertComment",
			"Alert.RelatedUser", "AlertRelatedUser", "BrowserExtensionAssessment.Permission",
			"BrowserExtensionPermission", "ScanDefinition.LatestScan", "LatestScan",
			"ScanHistoryBySession.ScannedTarget", "ScannedTarget", "QueryResponse.SchemaColumn", "QuerySchemaColumn");

	static Stream<Arguments> payloads() {
		return new ClassFileImporter().importPackagesOf(Machine.class)
			.stream()
			.map(JavaClass::reflect)
			.filter(Class::isRecord)
			.map((type) -> {
				var name = type.getName().substring(type.getPackageName().length() + 1).replace('$', '.');
				return Arguments.of(NESTED.getOrDefault(name, name), type);
			});
	}

	@Test
	void everyEntityThatAnOperationAnswersWithHasARecord() {
		var entities = Catalogue.read("entities-a");
		var answered = Catalogue.firstRows()
			.map((row) -> element(row.get("returns").asString()))
			.flatMap((entity) -> withThoseItNests(entity, entities))
			.filter(entities::has);
		assertThat(payloads().map((payload) -> (String) payload.get()[0])).containsAll(answered.toList());
	}

	private static Stream<String> withThoseItNests(String entity, JsonNode entities) {
		var nested = entities.path(entity)
			.path("properties")
			.valueStream()
			.map((property) -> element(property.get("type").asString()))
			.filter((type) -> !type.equals(entity));
		return Stream.concat(Stream.of(entity), nested.flatMap((type) -> withThoseItNests(type, entities)));
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void hasTheDocumentedProperties(String entity, Class<?> type) {
		var documented = entity(entity).stream()
			.collect(Collectors.toMap((property) -> property.get("name").asString(), PayloadsTests::type));
		var declared = Arrays.stream(type.getRecordComponents())
			.collect(Collectors.toMap(PayloadsTests::name, PayloadsTests::type));
		assertThat(declared).isEqualTo(documented);
	}

	@ParameterizedTest
	@MethodSource("payloads")
	void listsTheDocumentedValues(String entity, Class<?> type) {
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
	void isDocumentedAsItIsRead(String entity, Class<?> type) {
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
	void readsNamesThatDrifted() {
		var agent = JsonMapper.shared().readValue("""
				{"machineName": "bridge-01", "AssignedApplicationId": "a", "ScannerSoftwareVersion": "7.1",
				 "LastCommandExecutionTimestamp": "2026-08-01T12:00:00Z"}""", ScanAgent.class);
		assertThat(agent.computerDnsName()).isEqualTo("bridge-01");
		assertThat(agent.assignedApplicationId()).isEqualTo("a");
		assertThat(agent.scannerSoftwareVersion()).isEqualTo("7.1");
		assertThat(agent.lastCommandExecutionTimestamp()).isEqualTo("2026-08-01T12:00:00Z");
		var profile = JsonMapper.shared()
			.readValue(
					"""
							{"createdOnTimestampUTC": "0001-01-01T00:00:00Z", "lastUpdateTimestampUTC": "2026-08-01T12:00:00Z"}""",
					BaselineProfile.class);
		assertThat(profile.createdOnTimeOffset()).isEqualTo("0001-01-01T00:00:00Z");
		assertThat(profile.lastUpdateTimeOffset()).isEqualTo("2026-08-01T12:00:00Z");
	}

	@Test
	void keepsWhatHasNoFixedProperties() {
		var row = JsonMapper.shared()
			.readValue("""
					{"DeviceId": "m", "AdditionalFields": {"a": null, "b": [1]}, "DeviceGatheredInfo": null}""",
					InformationGatheringAssessment.class);
		assertThat(row.additionalFields()).containsEntry("a", null).containsEntry("b", List.of(1));
		assertThat(row.deviceGatheredInfo()).isNull();
	}

	@Test
	void masksLinks() {
		var link = "https://storage.example/?sig=secret";
		assertThat(new StringValue(null, link)).asString().doesNotContain("secret");
		assertThat(new ExportFilesResponse(List.of(link), null)).asString().doesNotContain("secret");
	}

	private static List<JsonNode> entity(String name) {
		return Stream.of("entities-a", "entities-b")
			.map((file) -> Catalogue.read(file).path(name))
			.filter((entity) -> !entity.isMissingNode())
			.findFirst()
			.orElseThrow(() -> new IllegalArgumentException(name))
			.get("properties")
			.valueStream()
			.toList();
	}

	private static String type(JsonNode property) {
		var type = property.get("type").asString();
		var java = TYPES.getOrDefault(element(type), element(type));
		return element(type).equals(type) ? java : "List of " + java;
	}

	/** The type without the list around it. */
	private static String element(String type) {
		return type.replaceAll("^(List|Collection)\\(|\\)$", "");
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
