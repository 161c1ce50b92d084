package io.github.defenderbff.hunting;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;

import io.github.defenderbff.hunting.HuntingProperties.SavedQuery;
import io.github.defenderbff.hunting.HuntingProperties.Through;
import io.github.defenderbff.policy.TestPolicies;
import io.github.defenderbff.problem.InvalidBody;
import io.github.defenderbff.problem.SettingProblem;
import io.github.defenderbff.relay.Body;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is left of a query, and what the settings may say. */
class HuntingRulesTests {

	private static final JsonMapper JSON = JsonMapper.builder().build();

	private static HuntingProperties properties(Through through, @Nullable Duration longest, @Nullable Integer maxRows,
			int maxQuery) {
		return new HuntingProperties(through, longest, maxRows, maxQuery, DataSize.ofMegabytes(50),
				Map.of("long", new SavedQuery("A long one", "T" + "x".repeat(50))), Set.of());
	}

	private static String sent(@Nullable Integer maxRows, String query) {
		var rules = new HuntingRules(properties(Through.DEFENDER, null, maxRows, 40), TestPolicies.withoutRoles(),
				JSON);
		var body = JSON.writeValueAsBytes(Map.of("Query", query));
		return JSON.readTree(rules.instead(new Body<>(body, query)).bytes()).path("Query").stringValue();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			`T`                        | `T~¦ take 5`
			`T ¦ take 9`               | `T ¦ take 9~¦ take 5`
			`T;`                       | `T~¦ take 5`
			`T ; ;~ `                  | `T~¦ take 5`
			`let a = 1; T ¦ where b;`  | `let a = 1; T ¦ where b~¦ take 5`
			`T // the last; line`      | `T // the last; line~¦ take 5`
			`T ¦ where a == "b; "`     | `T ¦ where a == "b; "~¦ take 5`
			""")
	void lastStepIsALimitOfRows(String query, String limited) {
		assertThat(sent(5, spelt(query))).isEqualTo(spelt(limited));
	}

	private static String spelt(String text) {
		return text.replace('~', '\n').replace('¦', '|');
	}

	@Test
	void queryGoesAsItIsWhereNothingIsSet() {
		assertThat(sent(null, " T ; ")).isEqualTo(" T ; ");
		var rules = new HuntingRules(properties(Through.DEFENDER, null, null, 40), TestPolicies.withoutRoles(), JSON);
		var body = new Body<>("{ \"Query\": \"T\", \"other\": 1 }".getBytes(StandardCharsets.UTF_8), "");
		assertThat(rules.instead(body)).isSameAs(body);
	}

	@Test
	void queryMustNotBeLongUnlessItIsSaved() {
		assertThat(sent(null, "x".repeat(40))).hasSize(40);
		assertThatExceptionOfType(InvalidBody.class).isThrownBy(() -> sent(null, "x".repeat(41)))
			.withMessageContaining("Query must not be longer than 40 characters");
		assertThat(sent(null, "T" + "x".repeat(50))).hasSize(51);
	}

	@Test
	void queryRunsAsLongAsThoseWhoAnswerLetItIfNothingIsSet() {
		assertThat(properties(Through.DEFENDER, null, null, 40).longestRun()).isEqualTo(Duration.ofSeconds(200));
		assertThat(properties(Through.GRAPH, null, null, 40).longestRun()).isEqualTo(Duration.ofMinutes(3));
		assertThat(properties(Through.GRAPH, Duration.ofSeconds(30), null, 40).longestRun())
			.isEqualTo(Duration.ofSeconds(30));
	}

	@ParameterizedTest
	@CsvSource({ "DEFENDER, 9s", "DEFENDER, 201s", "GRAPH, 181s", "DEFENDER, -1s" })
	void timeOutOfRangeStopsTheStart(Through through, String longest) {
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> properties(through, Duration.parse("PT" + longest), null, 40))
			.withMessageStartingWith("hunting.longest");
	}

	@ParameterizedTest
	@ValueSource(ints = { -1, 0, 100_001 })
	void numbersOutOfRangeStopTheStart(int number) {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> properties(Through.DEFENDER, null, number, 40))
			.withMessageStartingWith("hunting.max-rows");
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> properties(Through.DEFENDER, null, null, number))
			.withMessageStartingWith("hunting.max-query");
	}

	@Test
	void savedQueryNeedsATitleAndAText() {
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> saved("", "T"));
		assertThatExceptionOfType(SettingProblem.class).isThrownBy(() -> saved("Title", " "));
		assertThat(saved("Title", "T").saved()).containsOnlyKeys("one");
	}

	private static HuntingProperties saved(String title, String query) {
		return new HuntingProperties(Through.DEFENDER, null, null, 40, DataSize.ofMegabytes(50),
				Map.of("one", new SavedQuery(title, query)), Set.of());
	}

}
