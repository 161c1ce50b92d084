package io.github.defenderbff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.github.sandbox.defender.Fault;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.MeterRegistry;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The meters are those that the documentation names, and tell of nobody. */
@OnSandbox
class MetricsTests {

	private static final Set<String> OURS = Set.of("audit", "defender", "live", "policy", "quota", "replicas",
			"responsecache", "signin");

	private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\| `([a-z_]+)` \\|(.*)\\|$");

	private static final Pattern URI = Pattern.compile("uri=\"([^\"]*)\"");

	private static final String ISOLATE = "/api/machines/" + Machines.SERVER.id() + "/isolate";

	private static final String COMMENT = "{\"Comment\":\"INC-4711\",\"IsolationType\":\"Full\"}";

	private final Bff bff;

	MetricsTests(Bff bff) {
		this.bff = bff;
	}

	@BeforeEach
	void something() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		assertThat(rune.get("/api/machines/" + Machines.SERVER.id()).status()).isEqualTo(200);
		assertThat(rune.get("/api/machines/" + Machines.SERVER.id()).status()).isEqualTo(200);
		assertThat(rune.get("/api/machines/" + Machines.SERVER.id() + "/nothing").status()).isEqualTo(404);
		assertThat(rune.post(ISOLATE, COMMENT).status()).isEqualTo(201);
		var alva = this.bff.signIn(People.ALVA_ANALYST);
		assertThat(alva.post(ISOLATE, COMMENT).status()).isEqualTo(403);
		this.bff.sandbox().defender().failNext(Fault.status(403, "Forbidden"));
		assertThat(rune.get("/api/alerts").status()).isEqualTo(403);
	}

	private String scrape() {
		var answer = new Client(this.bff.management()).get("/actuator/prometheus", "Accept", "text/plain");
		assertThat(answer.status()).isEqualTo(200);
		return answer.body();
	}

	private static List<MatchResult> rows() throws IOException {
		var rows = ROW.matcher(Files.readString(Path.of("docs", "operations.md"))).results().toList();
		assertThat(rows).hasSizeGreaterThan(10);
		return rows;
	}

	private static Set<String> names(List<MatchResult> rows, int column) {
		return rows.stream().map((row) -> row.group(column)).collect(Collectors.toCollection(TreeSet::new));
	}

	/** Some are there only if sessions and budgets are in Redis. */
	private static List<MatchResult> withoutRedis() throws IOException {
		return rows().stream().filter((row) -> !row.group(3).contains("With `REDIS_URL`")).toList();
	}

	@Test
	void documentedMetersAreThoseThatAreThere() throws IOException {
		var there = this.bff.context()
			.getBean(MeterRegistry.class)
			.getMeters()
			.stream()
			.map(Meter::getId)
			.map(Meter.Id::getName)
			.filter((name) -> OURS.contains(name.substring(0, name.indexOf('.'))))
			.collect(Collectors.toCollection(TreeSet::new));
		assertThat(there).isEqualTo(names(withoutRedis(), 1));
	}

	@Test
	void documentedNamesAreThoseThatPrometheusGets() throws IOException {
		var lines = scrape().lines().toList();
		assertThat(names(withoutRedis(), 2))
			.allSatisfy((name) -> assertThat(lines).anyMatch((line) -> line.matches(name + "(\\{.*)? .*")));
	}

	@Test
	void whatWasDoneIsCounted() {
		assertThat(scrape()).containsPattern("policy_decisions_total\\{outcome=\"permit\",reason=\"none\"} [1-9]")
			.containsPattern("policy_decisions_total\\{outcome=\"deny\",reason=\"PrivilegeMissing\"} [1-9]")
			.containsPattern("defender_calls_seconds_count\\{operation=\"machines.get\",outcome=\"answered\"} [1-9]")
			.containsPattern("defender_calls_seconds_count\\{operation=\"alerts.list\",outcome=\"refused\"} [1-9]")
			.containsPattern("quota_left\\{budget=\"machines.get\",window=\"minute\"} 0\\.")
			.containsPattern(
					"defender_calls_seconds_bucket\\{operation=\"machines.get\",outcome=\"answered\",le=\"0.5\"} [1-9]")
			.containsPattern("signin_sessions [1-9]")
			.containsPattern("signin_refreshes_total\\{outcome=\"failed\"}");
	}

	@Test
	void addressesAreCountedUnderTheirTemplates() {
		var uris = URI.matcher(scrape()).results().map((match) -> match.group(1)).collect(Collectors.toSet());
		assertThat(uris).contains("/api/machines/{id:[^()]+}", "/api/machines/{id}/isolate")
			.noneMatch((uri) -> uri.contains(Machines.SERVER.id()))
			.noneMatch((uri) -> uri.matches(".*[0-9a-f]{8}.*|.*[?&].*"));
	}

	@Test
	void nobodyAndNoDeviceIsNamed() {
		assertThat(scrape()).doesNotContain(Machines.SERVER.id(), Machines.SERVER.name(),
				People.RUNE_RESPONDER.objectId(), People.ALVA_ANALYST.objectId(), "INC-4711");
	}

}
