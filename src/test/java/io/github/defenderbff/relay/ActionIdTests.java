package io.github.defenderbff.relay;

import java.time.Instant;
import java.util.Set;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.defenderbff.relay.TestCalls.ISOLATE;
import static io.github.defenderbff.relay.TestCalls.answered;
import static org.assertj.core.api.Assertions.assertThat;

/** Which id is taken from Defender's answer to a change. */
class ActionIdTests {

	private static final String ID = "5382f7ea-7557-4ab7-9782-d50480024a4e";

	private static final Operation ACTION = about(Set.of("machines", "machineActions"));

	private static Operation about(Set<String> entities) {
		return new Operation(ISOLATE.id(), ISOLATE.method(), ISOLATE.path(), ISOLATE.requirement(), ISOLATE.limits(),
				ISOLATE.lifetime(), entities, null, Operation.Answer.PLAIN, null);
	}

	@Test
	void isThatOfTheOutermostObject() {
		var answer = answered(201,
				"{\"@odata.context\":\"c\",\"troubleshootInfo\":{\"id\":\"other\"},\"relatedFileInfo\":[{\"id\":\"other\"}],"
						+ "\"id\":\"" + ID + "\",\"type\":\"Isolate\"}");
		assertThat(ActionId.in(answer, ACTION)).isEqualTo(ID);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "{}", "[]", "[{\"id\":\"a\"}]", "nonsense", "{\"type\":\"Isolate\"", "{\"id\":7}",
			"{\"id\":null}", "{\"id\":{\"id\":\"a\"}}", "{\"value\":{\"id\":\"a\"}}", "{\"id\":\"a\\r\\nb\"}",
			"{\"id\":\"https://storage.example.com/?sig=secret\"}" })
	void isNoneWhereThereIsNone(String answer) {
		assertThat(ActionId.in(answered(201, answer), ACTION)).isNull();
	}

	@Test
	void isNoneWhereTheAnswerIsNoAction() {
		assertThat(ActionId.in(answered(201, "{\"id\":\"a\"}"), ISOLATE)).isNull();
	}

	@Test
	void isNoneWhereTheAnswerIsTooLargeToBeHeld() {
		assertThat(ActionId.in(Payload.arriving(201, answered(201, "{\"id\":\"a\"}").body(), Instant.EPOCH), ACTION))
			.isNull();
	}

}
