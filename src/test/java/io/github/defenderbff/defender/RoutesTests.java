package io.github.defenderbff.defender;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import io.github.defenderbff.defender.entity.Examples;
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

	private static final Map<String, String> VARIABLES = Map.of("ip", "fd00::1", "timestamp", UtcTime.EXAMPLE, "index",
			"0", "domain", Examples.DOMAIN, "fileName", Examples.LIBRARY_FILE, "cveId", Examples.CVE_ID);

	/** What {@code id} is, by the first part of the path. */
	private static final Map<String, String> IDS = Map.ofEntries(Map.entry("machines", Examples.MACHINE),
			Map.entry("machineactions", Examples.ACTION), Map.entry("alerts", Examples.ALERT),
			Map.entry("files", Examples.SHA1), Map.entry("users", Examples.ACCOUNT),
			Map.entry("indicators", Examples.INDICATOR), Map.entry("investigations", Examples.INVESTIGATION),
			Map.entry("software", Examples.SOFTWARE_ID), Map.entry("recommendations", Examples.RECOMMENDATION_ID),
			Map.entry("remediationtasks", Examples.REMEDIATION_TASK_ID),
			Map.entry("deviceauthenticatedscandefinitions", Examples.SCAN_DEFINITION_ID),
			Map.entry("deviceauthenticatedscanagents", Examples.SCAN_AGENT_ID));

	private static final Pattern VARIABLE = Pattern.compile("\\{(\\w+)}");

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
		var variables = VARIABLE.matcher(declared.path())
			.results()
			.map((variable) -> variable.group(1))
			.collect(Collectors.toMap(Function.identity(), (name) -> value(declared, name)));
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
		return VARIABLE.matcher(declared.path())
			.replaceAll((variable) -> Matcher.quoteReplacement(value(declared, variable.group(1))));
	}

	private static String value(Declared declared, String name) {
		if (!"id".equals(name)) {
			return Objects.requireNonNull(VARIABLES.get(name), name);
		}
		var entity = declared.path().split("/", -1)[2];
		return Objects.requireNonNull(IDS.get(entity.toLowerCase(Locale.ROOT)), entity);
	}

}
