package io.github.defenderbff;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** What is wrong deep inside a body is pointed at, and lists have an end. */
@OnSandbox
class ListBodyTests {

	private static final String IMPORT = "/api/indicators/import";

	private static final String TAG_MANY = "/api/machines/AddOrRemoveTagForMultipleMachines";

	private static final String SCANS = "/api/DeviceAuthenticatedScanDefinitions";

	private static final String LIVE_RESPONSE = "/api/machines/" + Machines.SERVER.id() + "/runliveresponse";

	private final Bff bff;

	ListBodyTests(Bff bff) {
		this.bff = bff;
	}

	@Test
	void wrongItemOfThreeIsPointedAt() {
		var body = "{\"Indicators\":[%s,%s,%s]}".formatted(indicator(1),
				indicator(2).replace("\"203.0.113.2\"", "\"\""), indicator(3));
		var answer = admin().post(IMPORT, body);
		refused(answer);
		assertThat(answer.json().path("errors").path(0).path("pointer").stringValue(""))
			.isEqualTo("#/Indicators/1/indicatorValue");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"Indicators":[null]}                                   | #/Indicators/0
			{"Indicators":[]}                                       | #/Indicators
			{}                                                      | #/Indicators
			{"Indicators":[@,{"rbacGroupNames":["a"," "],@}]}       | #/Indicators/1/rbacGroupNames/1
			{"Indicators":[@,@,{"expirationTime":"soon",@}]}        | #/Indicators/2/expirationTime
			""")
	void faultOfAnImportIsPointedAt(String body, String pointer) {
		var properties = indicator(1).substring(1, indicator(1).length() - 1);
		pointsAt(admin().post(IMPORT, body.replace(",@}", "," + properties + "}").replace("@", indicator(1))), pointer);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"Commands":[null]}                                                                                      | #/Commands/0
					{"Commands":[{"type":"RunScript","params":[{"key":"ScriptName","value":"a"},{"key":"x","value":"b"}]}]}   | #/Commands/0/params/1/key
					{"Commands":[{"type":"GetFile","params":[{"key":"Path","value":"a"}]},{"type":"PutFile","params":[]}]}    | #/Commands/1 #
					{"Commands":[{"type":"PutFile","params":[]}]}                                                            | #/Commands/0
					""")
	void faultOfALiveResponseIsPointedAt(String commands, String pointers) {
		var ada = admin().consent("Machine.LiveResponse");
		var answer = ada.post(LIVE_RESPONSE, commands.replaceFirst("}$", ",\"Comment\":\"why\"}"));
		pointsAt(answer, pointers.split(" "));
	}

	@Test
	void ruleAboutAnObjectPointsAtTheObject() {
		var scan = """
				{"scanType":"Windows","scanName":"Offices","isActive":true,"target":"10.3.0.11","intervalInHours":8,
				"targetType":"Ip","scannerAgent":{"machineId":"%s"},"scanAuthenticationParams":{
				"@odata.type":"%s","type":"Kerberos","domain":"nordhavn","username":"gmsa-scan","isGmsaUser":%s}}""";
		var windows = "#microsoft.windowsDefenderATP.api.WindowsAuthParams";
		var machine = Machines.SERVER.id();
		pointsAt(admin().post(SCANS, scan.formatted(machine, windows, "false")), "#/scanAuthenticationParams");
		pointsAt(admin().post(SCANS, scan.replace("Windows\"", "Network\"").formatted(machine, windows, "true")), "#");
		pointsAt(admin().post(SCANS, scan.formatted(machine, "other", "true")),
				"#/scanAuthenticationParams/@odata.type", "#/scanAuthenticationParams", "#");
		pointsAt(admin().post(SCANS, scan.formatted("nh-srv-01", windows, "true")), "#/scannerAgent/machineId");
	}

	@Test
	void batchesAboveTheLimitAreRefused() {
		var answer = admin().post(IMPORT, imports(501));
		pointsAt(answer, "#/Indicators");
		assertThat(answer.json().path("detail").stringValue("")).contains("500");
		var tag = admin().post(TAG_MANY, tag(501));
		pointsAt(tag, "#/MachineIds");
		assertThat(tag.json().path("detail").stringValue("")).contains("500");
		var delete = "{\"IndicatorIds\":[%s]}".formatted(String.join(",", Collections.nCopies(501, "\"995\"")));
		pointsAt(admin().post("/api/indicators/BatchDelete", delete), "#/IndicatorIds");
	}

	@Test
	void batchAtTheLimitIsTaken() {
		var answer = admin().consent("Ti.ReadWrite").post(IMPORT, imports(500));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().path("value").size()).isEqualTo(500);
	}

	@ParameterizedTest
	@ValueSource(ints = { 5_000, 600_000 })
	void endlessListOfWrongItemsIsToldSoonAndInShort(int items) {
		var body = "{\"Indicators\":[{}" + ",{}".repeat(items - 1) + "]}";
		var ada = admin();
		var start = Instant.now();
		var answer = ada.post(IMPORT, body);
		assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
		refused(answer);
		assertThat(answer.body()).hasSizeLessThan(50_000);
	}

	private Client admin() {
		return this.bff.signIn(People.ADA_ADMIN);
	}

	private void pointsAt(Answer answer, String... pointers) {
		refused(answer);
		assertThat(answer.json().path("errors").valueStream().map((error) -> error.path("pointer").stringValue("")))
			.as(answer.body())
			.containsExactlyInAnyOrder(pointers);
	}

	private void refused(Answer answer) {
		Problems.assertProblem(answer, 400, "invalid-body");
		assertThat(this.bff.sandbox().defender().requests()).as("what reached Defender").isEmpty();
	}

	private static String imports(int count) {
		return IntStream.range(0, count)
			.mapToObj(ListBodyTests::indicator)
			.collect(Collectors.joining(",", "{\"Indicators\":[", "]}"));
	}

	private static String tag(int count) {
		return "{\"Value\":\"watch\",\"Action\":\"Add\",\"MachineIds\":[%s]}"
			.formatted(String.join(",", Collections.nCopies(count, "\"" + Machines.SERVER.id() + "\"")));
	}

	/** As long as people write them: some 3 kB each. */
	private static String indicator(int number) {
		return """
				{"indicatorValue":"203.0.113.%d","indicatorType":"IpAddress","action":"Block","title":"Address %d",\
				"description":"%s","recommendedActions":"%s","severity":"High"}""".formatted(number % 256, number,
				"Seen with the campaign of the spring. ".repeat(40), "Isolate the device. ".repeat(50));
	}

}
