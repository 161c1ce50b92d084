package io.github.defenderbff.defender;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.defenderbff.policy.Privilege;
import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.signin.Scope;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.JsonNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * Every declaration asks of its caller what the catalogue of Defender's documentation
 * says.
 */
@NullMarked
class CatalogueRequirementTests {

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

	/**
	 * Defender's pages let applications that only read devices do these as well; here
	 * they need what people's consent needs.
	 */
	private static final Set<String> NOT_FOR_READERS = Set.of("machines.stopAndQuarantineFile",
			"machineActions.getPackageUri", "machineActions.liveResponseResultLink");

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void requiresTheDocumentedScopesOrTheLikelyOnes(Declared declared) {
		var row = Catalogue.row(declared);
		var requirement = declared.requirement();
		assertThat(requirement.anyScope()).extracting(Scope::value).containsExactlyInAnyOrderElementsOf(scopes(row));
		assertThat(requirement.inferred().contains(Part.SCOPE)).as("scope is inferred")
			.isEqualTo(hasLikelyScopes(row) || newestPageListsFewerScopes(row));
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void requiresTheDocumentedRolesOrTheCounterpartsOfTheScopes(Declared declared) {
		var row = Catalogue.row(declared);
		var requirement = declared.requirement();
		var documented = Catalogue.texts(row.get("applicationRoles"));
		var inferred = documented.isEmpty() || NOT_FOR_READERS.contains(declared.id());
		assertThat(requirement.anyApplicationRole())
			.containsExactlyInAnyOrderElementsOf(inferred ? counterparts(row) : documented);
		assertThat(requirement.inferred().contains(Part.APPLICATION_ROLE)).as("application role is inferred")
			.isEqualTo(inferred);
	}

	private static List<String> counterparts(JsonNode row) {
		return scopes(row).stream()
			.flatMap((scope) -> Scope.named(scope).orElseThrow().applicationRoles().stream())
			.toList();
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void changesNothingForApplicationsThatOnlyRead(Declared declared) {
		if (declared.requirement().stateChange()) {
			assertThat(declared.requirement().anyApplicationRole()).isNotEmpty()
				.noneMatch((role) -> role.matches(".*\\.Read(\\.All)?"));
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void requiresThePrivilegesOfThePageOrInferredOnes(Declared declared) {
		var row = Catalogue.row(declared);
		var documented = privileges(Catalogue.texts(row.get("userPrivileges")));
		var inferred = inferredPrivileges(row);
		var requirement = declared.requirement();
		assertThat(requirement.anyPrivilege())
			.containsExactlyInAnyOrderElementsOf(documented.isEmpty() ? inferred : documented);
		assertThat(requirement.inferred().contains(Part.PRIVILEGE)).as("privilege is inferred")
			.isEqualTo(documented.isEmpty() && !inferred.isEmpty());
	}

	@Test
	void everyPrivilegeThatAPageNamesIsKnown() {
		assertThat(Catalogue.rows()
			.flatMap((row) -> Stream.of(row.path("userPrivileges"), row.path("inferredUserPrivileges")))
			.flatMap((names) -> privileges(Catalogue.texts(names)).stream())).contains(Privilege.VIEW_DATA,
					Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT, Privilege.MANAGE_SECURITY_SETTINGS);
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void meetsDeviceGroupsAsDocumentedOrAsThePathSays(Declared declared) {
		var row = Catalogue.row(declared);
		var requirement = declared.requirement();
		assertThat(requirement.deviceGroupScoped()).isEqualTo(row.get("deviceGroupScoped").asBoolean());
		assertThat(requirement.inferred().contains(Part.EXPOSURE)).as("exposure is inferred")
			.isEqualTo(NAMES_A_DEVICE_ALL_THE_SAME.contains(declared.id()));
		assertThat(requirement.exposure()).isEqualTo(expectedExposure(declared, row));
	}

	private static Exposure expectedExposure(Declared declared, JsonNode row) {
		if (!row.get("deviceGroupScoped").asBoolean() && !NAMES_A_DEVICE_ALL_THE_SAME.contains(declared.id())) {
			return Exposure.NOT_STATED;
		}
		var body = Catalogue.params(row, "body");
		return switch (CatalogueTests.unnamed(row.get("path").asString()).replaceAll("(\\{}).*", "$1")) {
			case "/api/machines/{}" -> Exposure.MACHINE;
			case "/api/machineactions/{}" -> Exposure.MACHINE_ACTION;
			case "/api/alerts/{}" -> Exposure.ALERT;
			default -> body.contains("alertIds") ? Exposure.BODY_ALERTS
					: (body.contains("MachineIds") || body.contains("machineId")) ? Exposure.BODY_MACHINES
							: Exposure.FILTERED;
		};
	}

	private static List<String> scopes(JsonNode row) {
		return Catalogue.texts(row.path(hasLikelyScopes(row) ? "delegatedScopesLikely" : "delegatedScopes"));
	}

	private static boolean hasLikelyScopes(JsonNode row) {
		return !row.path("delegatedScopesLikely").isEmpty();
	}

	private static boolean newestPageListsFewerScopes(JsonNode row) {
		var newest = row.path("newestRevisionScopes").path("delegatedScopes");
		return newest.isArray() && newest.size() < row.get("delegatedScopes").size();
	}

	/** The second part of the catalogue infers none: its pages are on vulnerabilities. */
	private static Set<Privilege> inferredPrivileges(JsonNode row) {
		if (row.has("inferredUserPrivileges")) {
			return privileges(Catalogue.texts(row.get("inferredUserPrivileges")));
		}
		return Set.of("deviceHealth.list".equals(row.get("id").asString()) ? Privilege.VIEW_DATA
				: Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT);
	}

	private static Set<Privilege> privileges(List<String> wordings) {
		if (wordings.equals(List.of(OF_THE_CANCELLED_ACTION))) {
			return ANY_ACTION;
		}
		return wordings.stream().map((name) -> Privilege.named(name).orElseThrow()).collect(Collectors.toSet());
	}

}
