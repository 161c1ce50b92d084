package io.github.defenderbff.relay;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.github.defenderbff.relay.TestCalls.GET;
import static io.github.defenderbff.relay.TestCalls.MACHINE;
import static io.github.defenderbff.relay.TestCalls.SECRET;
import static io.github.defenderbff.relay.TestCalls.call;
import static org.assertj.core.api.Assertions.assertThat;

/** What a call is about. */
class CallTests {

	private static Call withParameters(String id, Map<String, String> query) {
		return new Call(GET, TestCalls.caller("ada"), Map.of("id", id), new TreeMap<>(query), null, Terms.USUAL, null,
				null, null);
	}

	@Property
	void hasParametersThatAreEqualOnlyWhenTheyAre(@ForAll("values") String id, @ForAll("values") String otherId,
			@ForAll("queries") Map<String, String> query, @ForAll("queries") Map<String, String> otherQuery) {
		var equal = Objects.equals(id, otherId) && Objects.equals(query, otherQuery);
		assertThat(withParameters(id, query).parameters().equals(withParameters(otherId, otherQuery).parameters()))
			.isEqualTo(equal);
	}

	@Property
	void hasTheSameParametersInWhateverOrderTheyCame(@ForAll("queries") Map<String, String> query) {
		var reversed = new TreeMap<String, String>(Comparator.reverseOrder());
		reversed.putAll(query);
		assertThat(withParameters("id", new TreeMap<>(query)).parameters())
			.isEqualTo(withParameters("id", new LinkedHashMap<>(reversed)).parameters());
	}

	@Provide
	Arbitrary<String> values() {
		return Arbitraries.strings().withChars("a1=:&$").ofMaxLength(6);
	}

	/** Names are those of declarations, values are whatever a caller types. */
	@Provide
	Arbitrary<Map<String, String>> queries() {
		return Arbitraries.maps(Arbitraries.strings().withChars("a$").ofMinLength(1).ofMaxLength(2), values())
			.ofMaxSize(3);
	}

	@Test
	void isAboutTheMachineThatItsIdNames() {
		assertThat(call(GET, "ada", MACHINE.toUpperCase(Locale.ROOT)).machine()).isEqualTo(MACHINE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "web-1", "1e5bc9d7e413ddd7902c2932e418702b84d0cc0",
			"1e5bc9d7e413ddd7902c2932e418702b84d0cc07a", "ze5bc9d7e413ddd7902c2932e418702b84d0cc07" })
	void mayBeAboutAnyMachineWhereItNamesOneOtherwise(String name) {
		assertThat(call(GET, "ada", name).machine()).isNull();
	}

	@Test
	void mayBeAboutAnyMachineWhereItNamesNone() {
		assertThat(call(SECRET).machine()).isNull();
		assertThat(call(SECRET).devices()).isEqualTo(List.of());
	}

	@Test
	void goesToAPathWithoutItsQuery() {
		assertThat(withParameters("web-1", Map.of("$filter", "typed")).deed().path()).isEqualTo("/api/machines/web-1");
	}

}
