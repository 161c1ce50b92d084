package io.github.defenderbff.relay;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

import io.github.defenderbff.problem.ProblemType;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.util.unit.DataSize;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Where the links of an answer lead. */
class NextLinksTests {

	private final NextLinks links = links("https://api.security.microsoft.com");

	private static NextLinks links(String baseUrl) {
		return new NextLinks(new UpstreamProperties(URI.create(baseUrl), null, Duration.ZERO, Duration.ZERO,
				DataSize.ofBytes(1), DataSize.ofBytes(1), DataSize.ofBytes(1)));
	}

	private String rewritten(String json) {
		return new String(this.links.rewrite(json.getBytes(StandardCharsets.UTF_8)), StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`',
			textBlock = """
					{"@odata.nextLink":"https://api.security.microsoft.com/api/machines?$skip=1"} | {"@odata.nextLink":"/api/machines?$skip=1"}
					{"@odata.nextLink" :  "https://api.security.microsoft.com/api/a"}            | {"@odata.nextLink" :  "/api/a"}
					{"value":[{"name":"ü"}],"@odata.nextLink":"https://api.security.microsoft.com/api/a","x":1} | {"value":[{"name":"ü"}],"@odata.nextLink":"/api/a","x":1}
					[{"@odata.nextLink":"https://api.security.microsoft.com/api/a"},{"@odata.nextLink":"https://api.security.microsoft.com/api/b"}] | [{"@odata.nextLink":"/api/a"},{"@odata.nextLink":"/api/b"}]
					""")
	void leadToThisService(String json, String expected) {
		assertThat(rewritten(json)).isEqualTo(expected);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://eu.api.security.microsoft.com/api/machines?$skip=1",
			"https://wdatpapi-eus-prd.securitycenter.windows.com/api/machines?$skip=1",
			"https://api-gov.securitycenter.microsoft.us/API/machines?$skip=1",
			"https://api.security.microsoft.com/api/v1.0/machines?$skip=1",
			"https:\\/\\/api.security.microsoft.com\\/api\\/V1.0\\/machines?$skip=1" })
	void leadToThisServiceFromAnyHostAndVersionOfDefenders(String link) {
		assertThat(rewritten("{\"@odata.nextLink\":\"" + link + "\"}"))
			.isEqualTo("{\"@odata.nextLink\":\"/api/machines?$skip=1\"}");
	}

	@Test
	void leadToThisServiceWhateverSpaceIsAroundThem() {
		assertThat(rewritten("{\"@odata.nextLink\"\r\n\t: \n\"https://api.security.microsoft.com/api/a\"}"))
			.isEqualTo("{\"@odata.nextLink\"\r\n\t: \n\"/api/a\"}");
	}

	@ParameterizedTest
	@ValueSource(strings = { "{}", "", "{\"@odata.nextLink\":null}", "{\"name\":\"@odata.nextLink\"}",
			"[\"@odata.nextLink\", \"https://evil.example/api/a\"]", "{\"@odata.nextLink\"",
			"{\"title\":\"\\\"@odata.nextLink\\\": \\\"https://evil.example/api/a\\\"\"}",
			"{\"@odata.context\":\"https://api.security.microsoft.com/api/$metadata#Machines\"}" })
	void areTheOnlyThingThatChanges(String json) {
		assertThat(rewritten(json)).isEqualTo(json);
	}

	@Test
	void leaveTheVeryBytesWhereThereIsNone() {
		var json = "{\"value\":[]}".getBytes(StandardCharsets.UTF_8);
		assertThat(this.links.rewrite(json)).isSameAs(json);
	}

	@ParameterizedTest
	@ValueSource(strings = { "https://evil.example/api/a", "https://api.security.microsoft.com.evil/api/",
			"https://evil.example/.security.microsoft.com/api/a", "https://evil.example?.security.microsoft.com/api/a",
			"https://evilsecurity.microsoft.com/api/a", "https://evil.example#.securitycenter.windows.com/api/a",
			"https://x@eu.api.security.microsoft.com/api/a", "https://api.security.microsoft.com@evil.example/api/",
			"https://api.security.microsoft.com:444/api/a", "http://api.security.microsoft.com/api/a",
			"//api.security.microsoft.com/api/a", "/api/a", "", "https://api.security.microsoft.com/machines",
			"https://api.security.microsoft.com/api", "https://api.security.microsoft.com",
			"https://api.security.microsoft.com/apiary/",
			"javascript:alert(1)//https://api.security.microsoft.com/api/" })
	void areRefusedWhenTheyLeadElsewhere(String link) {
		assertThatExceptionOfType(UpstreamFailure.class)
			.isThrownBy(() -> rewritten("{\"value\":[],\"@odata.nextLink\":\"" + link + "\"}"))
			.satisfies((failure) -> assertThat(failure.type()).isEqualTo(ProblemType.UPSTREAM_ANSWER_INVALID));
	}

	@Test
	void areRefusedTogetherWhenOneLeadsElsewhere() {
		assertThatExceptionOfType(UpstreamFailure.class).isThrownBy(() -> rewritten(
				"[{\"@odata.nextLink\":\"https://api.security.microsoft.com/api/a\"},{\"@odata.nextLink\":\"https://evil/\"}]"));
	}

	@Test
	void doNotMindASlashAtTheEndOfTheAddress() {
		var json = "{\"@odata.nextLink\":\"https://eu.api.security.microsoft.com/api/a\"}";
		assertThat(links("https://eu.api.security.microsoft.com/").rewrite(json.getBytes(StandardCharsets.UTF_8)))
			.asString()
			.isEqualTo("{\"@odata.nextLink\":\"/api/a\"}");
	}

}
