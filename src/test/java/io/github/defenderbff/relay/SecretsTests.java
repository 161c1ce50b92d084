package io.github.defenderbff.relay;

import java.nio.charset.StandardCharsets;
import java.util.Set;

import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What is taken out of an answer. */
@NullMarked
class SecretsTests {

	private final Secrets secrets = new Secrets(JsonMapper.shared());

	private String hidden(String json, Operation.Answer special) {
		return new String(this.secrets.hide(json.getBytes(StandardCharsets.UTF_8), special, (link) -> "(" + link + ")"),
				StandardCharsets.UTF_8);
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
			{"value":"\\"https://a/?sig=1\\""}    | {"value":"(https://a/?sig=1)"}
			{"value":"https://a/?sig=1"}          | {"value":"(https://a/?sig=1)"}
			{"value":"HTTP://a/"}                 | {"value":"(HTTP://a/)"}
			{"value":"//a/"}                      | {"value":"(//a/)"}
			{"value":"\\""}                       | {"value":"\\""}
			{"exportFiles":["https://a/"]}        | {"exportFiles":["(https://a/)"]}
			{"a":{"b":["https://a/"]}}            | {"a":{"b":["(https://a/)"]}}
			{"@odata.context":"https://a/$metadata#Edm.String"} | {"@odata.context":"https://a/$metadata#Edm.String"}
			"https://a/"                          | "(https://a/)"
			{"value":null}                        | {"value":null}
			""")
	void everyLinkIsReplacedAndLosesTheQuotesItComesIn(String answer, String expected) {
		assertThat(hidden(answer, new Operation.Answer(true, Set.of()))).isEqualTo(expected);
	}

	@Test
	void credentialsAreHiddenAtAnyDepthAndInAnyCase() {
		var special = new Operation.Answer(false, Set.of("password"));
		assertThat(
				hidden("""
						{"value":[{"id":1,"a":{"Password":"x","PASSWORD":{"b":"x"},"user":"u"}},{"password":["x"]}],"n":1.50}""",
						special))
			.isEqualTo("{\"value\":[{\"id\":1,\"a\":{\"Password\":null,\"PASSWORD\":null,\"user\":\"u\"}},"
					+ "{\"password\":null}],\"n\":1.50}");
	}

	@Test
	void whatCannotBeReadIsNotPassedOn() {
		assertThatExceptionOfType(UpstreamFailure.class)
			.isThrownBy(() -> hidden("{\"password\":\"x\"", new Operation.Answer(false, Set.of("password"))));
	}

}
