package io.github.defenderbff;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/** A body that is not what the operation takes is refused before anything is sent. */
@OnSandbox
class BadBodyTests {

	private static final String MACHINE = "/api/machines/" + Machines.SERVER.id();

	private final Bff bff;

	BadBodyTests(Bff bff) {
		this.bff = bff;
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			not JSON            | Comment=why
			half of it          | {"Comment":"why"
			an array            | [{"Comment":"why"}]
			null                | null
			a text              | "why"
			nothing             | ``
			space               | `  `
			trailing text       | {"Comment":"why"} and more
			a second object     | {"Comment":"why"}{"Comment":"other"}
			a property twice    | {"Comment":"why","Comment":"other"}
			twice but for case  | {"Comment":"why","comment":"other"}
			single quotes       | {'Comment':'why'}
			a comment in JSON   | {"Comment":"why"/* so */}
			an object for text  | {"Comment":{"a":"why"}}
			an array for text   | {"Comment":["why"]}
			a number for text   | {"Comment":5}
			a boolean for text  | {"Comment":true}
			an escaped twin     | {"Comment":"why","\\u0043omment":"other"}
			""")
	void bodyThatIsNotTheObjectIsMalformed(String fact, String body) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		refused(rune.post(MACHINE + "/isolate", body), 400, "malformed-request");
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			/isolate          | {}                                          | #/Comment
			/isolate          | {"Comment":null}                            | #/Comment
			/isolate          | {"Comment":" "}                             | #/Comment
			/isolate          | {"comment":"why"}                           | #/Comment
			/isolate          | {"Comment":"why","IsolationType":"full"}    | #/IsolationType
			/runAntiVirusScan | {"Comment":"why","ScanType":"Deep"}         | #/ScanType
			/runAntiVirusScan | {"Comment":"why"}                           | #/ScanType
			""")
	void wrongPropertyIsPointedAt(String below, String body, String pointer) {
		var answer = this.bff.signIn(People.RUNE_RESPONDER).post(MACHINE + below, body);
		refused(answer, 400, "invalid-body");
		assertThat(answer.json().path("errors").valueStream().map((error) -> error.path("pointer").stringValue("")))
			.containsExactly(pointer);
	}

	@Test
	void twinsInsideAreRefusedToo() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var twins = """
				{"Comment":"why","Commands":[{"type":"GetFile","Type":"RunScript",
				 "params":[{"key":"Path","value":"a"}]}]}""";
		refused(rune.post(MACHINE + "/runliveresponse", twins), 400, "malformed-request");
	}

	@Test
	void bodyNestedWithoutEndIsMalformed() {
		var deep = "{\"Comment\":\"why\",\"x\":" + "[".repeat(50_000) + "]".repeat(50_000) + "}";
		refused(this.bff.signIn(People.RUNE_RESPONDER).post(MACHINE + "/isolate", deep), 400, "malformed-request");
	}

	@ParameterizedTest
	@ValueSource(strings = { "text/plain", "application/x-www-form-urlencoded", "application/xml",
			"multipart/form-data; boundary=x", "application/octet-stream" })
	void bodyOfAnotherMediaTypeIsNotRead(String type) {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		refused(rune.post(MACHINE + "/isolate", "{\"Comment\":\"why\"}", "Content-Type", type), 415,
				"unsupported-media-type");
	}

	@Test
	void bodyWithAMediaTypeThatIsNoneIsRefused() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var answer = rune.post(MACHINE + "/isolate", "{\"Comment\":\"why\"}", "Content-Type", "json");
		refused(answer, 415, "unsupported-media-type");
	}

	@Test
	void bodyAboveTheLimitIsTooLarge() {
		var rune = this.bff.signIn(People.RUNE_RESPONDER);
		var frame = "{\"Comment\":\"\"}";
		var largest = 2 * 1024 * 1024 - frame.length();
		refused(rune.post(MACHINE + "/isolate", "{\"Comment\":\"" + "a".repeat(largest + 1) + "\"}"), 413,
				"body-too-large");
		refused(rune.post(MACHINE + "/unisolate", "{\"Comment\":\"" + " ".repeat(largest) + "\"}"), 400,
				"invalid-body");
	}

	private void refused(Answer answer, int status, String type) {
		Problems.assertProblem(answer, status, type);
		assertThat(this.bff.sandbox().defender().requests()).as("what reached Defender").isEmpty();
	}

}
