package io.github.defenderbff.defender;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

import io.github.defenderbff.defender.request.AlertId;
import io.github.defenderbff.defender.request.CveId;
import io.github.defenderbff.defender.request.MachineActionId;
import io.github.defenderbff.defender.request.MachineId;
import io.github.defenderbff.defender.request.RecommendationId;
import io.github.defenderbff.defender.request.RemediationTaskId;
import io.github.defenderbff.defender.request.ScanAgentId;
import io.github.defenderbff.defender.request.ScanDefinitionId;
import io.github.defenderbff.defender.request.SoftwareId;
import io.github.defenderbff.defender.request.UtcTime;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.DefaultUriBuilderFactory;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static org.assertj.core.api.Assertions.assertThat;

/** Every path reaches its own operation, in any case, and leaves as it came. */
@NullMarked
class RoutesTests {

	private static final Map<String, String> VARIABLES = Map.of("machineId", MachineId.EXAMPLE, "ip", "fd00::1",
			"timestamp", UtcTime.EXAMPLE, "index", "0", "cveId", CveId.EXAMPLE);

	private static final Map<Class<?>, String> IDS = Map.of(Alerts.class, AlertId.EXAMPLE, Machines.class,
			MachineId.EXAMPLE, MachineActions.class, MachineActionId.EXAMPLE, SoftwareInventory.class,
			SoftwareId.EXAMPLE, Recommendations.class, RecommendationId.EXAMPLE, RemediationTasks.class,
			RemediationTaskId.EXAMPLE, ScanDefinitions.class, ScanDefinitionId.EXAMPLE, ScanAgents.class,
			ScanAgentId.EXAMPLE);

	/**
	 * The paths of one word that an id could be taken for, were they not more specific.
	 */
	private static final Map<String, String> WORDS = Map.of("machines.get", "(?i)/api/machines/\\w+",
			"vulnerabilities.get", "/api/vulnerabilities/\\w+");

	private static final PathPatternParser PARSER = parser();

	private static PathPatternParser parser() {
		var parser = new PathPatternParser();
		parser.setCaseSensitive(false);
		return parser;
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void reachesItsOwnOperation(Declared declared) {
		for (var path : List.of(path(declared), path(declared).toLowerCase(Locale.ROOT),
				path(declared).toUpperCase(Locale.ROOT))) {
			assertThat(best(declared.verb(), path)).as(path).isEqualTo(declared.id());
		}
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void isReachedByItsOwnPathOnly(Declared declared) {
		var others = Declared.all()
			.filter((other) -> !other.id().equals(declared.id()) && other.verb().equals(declared.verb()))
			.filter((other) -> pattern(declared).matches(PathContainer.parsePath(path(other))))
			.filter((other) -> !other.path().matches(WORDS.getOrDefault(declared.id(), "")))
			.map(Declared::id);
		assertThat(others).isEmpty();
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void readsItsVariables(Declared declared) {
		var match = Objects.requireNonNull(pattern(declared).matchAndExtract(PathContainer.parsePath(path(declared))));
		match.getUriVariables().forEach((name, value) -> assertThat(value).isEqualTo(value(declared, name)));
	}

	@ParameterizedTest
	@MethodSource("io.github.defenderbff.defender.Declared#all")
	void leavesAsItCame(Declared declared) {
		var variables = new HashMap<String, Object>(VARIABLES);
		variables.put("id", value(declared, "id"));
		var uri = new DefaultUriBuilderFactory("https://api.example").expand(declared.template(), variables);
		assertThat(uri.getPath()).isEqualTo(path(declared));
	}

	@Test
	void anIdWithParenthesesReachesNothing() {
		assertThat(matching("GET", "/api/machines/findbyip(ip='10.0.0.1')")).isEmpty();
	}

	private static String best(String verb, String path) {
		return matching(verb, path).sorted((one, other) -> order(one, other)).findFirst().map(Declared::id).orElse("");
	}

	private static int order(Declared one, Declared other) {
		return PathPattern.SPECIFICITY_COMPARATOR.compare(pattern(one), pattern(other));
	}

	private static Stream<Declared> matching(String verb, String path) {
		return Declared.all()
			.filter((declared) -> declared.verb().equals(verb))
			.filter((declared) -> pattern(declared).matches(PathContainer.parsePath(path)));
	}

	private static PathPattern pattern(Declared declared) {
		return PARSER.parse(declared.template());
	}

	private static String path(Declared declared) {
		var path = declared.path();
		for (var name : List.of("id", "cveId", "machineId", "ip", "timestamp", "index")) {
			path = path.replace("{" + name + "}", value(declared, name));
		}
		return path;
	}

	private static String value(Declared declared, String name) {
		return VARIABLES.getOrDefault(name, IDS.getOrDefault(declared.method().getDeclaringClass(), ""));
	}

}
