package io.github.defenderbff;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.organisation.Alerts;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** OData options are taken where Defender takes them, and refused by name elsewhere. */
@OnSandbox
class QueryOptionTests {

	private static final String MACHINE = "/api/machines/" + Machines.NORTH_WORKSTATION.id();

	private final Bff bff;

	QueryOptionTests(Bff bff) {
		this.bff = bff;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			/api/machines?$filter=nonsense%20eq%20'x'                         | nonsense | computerDnsName
			/api/machines?$filter=id%20eq%20'a'%20and%20foo%20eq%201          | foo      | healthStatus
			/api/machines?$filter=startswith(bar,'x')                         | bar      | riskScore
			/api/alerts?$filter=evidence/any(e:e/sha1%20eq%20'x')             | evidence | severity
			/api/machineactions?$filter=commands%20eq%20null                  | commands | requestor
			/api/machines/@/alerts?$filter=severity%20eq%20'High'             | severity | status
			/api/machines/@/alerts/$count?$filter=severity%20eq%20'High'      | severity | status
			""")
	void filterOnAnUnlistedPropertyIsToldWhichThereAre(String path, String property, String listed) {
		var answer = rune().get(path.replace("@", Machines.SERVER.id()));
		refused(answer, "$filter");
		assertThat(answer.json().path("detail").stringValue("")).contains(property, listed);
	}

	@ParameterizedTest
	@ValueSource(strings = { "/api/machines?$filter=(id%20eq%20'a'", "/api/machines?$filter=id%20eq%20'a",
			"/api/machines?$filter=evil(id)%20eq%201", "/api/machines?$filter=1%20eq%201",
			"/api/machines?$filter=id%20eq%20%22a%22" })
	void filterThatCannotBeReadIsRefused(String path) {
		refused(rune().get(path), "$filter");
	}

	@ParameterizedTest
	@ValueSource(strings = { "$select=id", "$orderby=id", "$count=true", "$search=a", "$apply=a", "$format=json",
			"$skiptoken=x&$skiptoken=y", "$levels=1" })
	void optionThatDefenderDoesNotTakeIsRefused(String option) {
		refused(rune().get("/api/machines?" + option), option.substring(0, option.indexOf('=')));
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "/alerts", "/logonusers", "/software" })
	void skipTokenIsRefusedWhereThereAreNoPages(String below) {
		refused(rune().get(MACHINE + below + "?$skiptoken=x"), "$skiptoken");
	}

	@Test
	void skipTokenIsPassedOnAsItIsWhereThereArePages() {
		var answer = rune().get("/api/machines?$skiptoken=a%2Bb%2F%3D%26c");
		Problems.assertProblem(answer, 400, "upstream-rejected-request");
		assertThat(this.bff.sandbox().defender().requests().getFirst().pathAndQuery())
			.isEqualTo("/api/machines?$skiptoken=a%2Bb%2F%3D%26c");
	}

	@Test
	void countIsABareNumber() {
		var rune = rune();
		var path = "/api/machines/" + Alerts.NORTH_ALERT.machine().id() + "/alerts";
		var all = rune.get(path).json().path("value");
		var fresh = all.valueStream().filter((alert) -> alert.path("status").stringValue("").equals("New")).count();
		assertThat(rune.get(path + "/$count").body()).isEqualTo(Integer.toString(all.size()));
		var count = rune.get(path + "/$count?$filter=status%20eq%20'New'");
		assertThat(count.body()).isEqualTo(Long.toString(fresh));
		assertThat(count.header("Content-Type")).startsWith("application/json");
		assertThat(rune.get(path + "?$filter=status%20eq%20'New'").json().path("value").size()).isEqualTo((int) fresh);
	}

	private Client rune() {
		return this.bff.signIn(People.RUNE_RESPONDER);
	}

	private void refused(Answer answer, String parameter) {
		Problems.assertProblem(answer, 400, "invalid-parameter");
		assertThat(answer.json().path("parameter").stringValue("")).isEqualTo(parameter);
		assertThat(this.bff.sandbox().defender().requests()).as("what reached Defender").isEmpty();
	}

}
