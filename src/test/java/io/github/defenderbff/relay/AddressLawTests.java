package io.github.defenderbff.relay;

import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

import org.springframework.web.util.UriComponentsBuilder;

import static org.assertj.core.api.Assertions.assertThat;

/** Whatever a value is made of, it stays a value in the address a call goes to. */
class AddressLawTests {

	private static final String BASE = "https://api.security.microsoft.com";

	@Property
	void addressIsTheOneThatSpringWouldBuild(@ForAll("values") String id,
			@ForAll("options") Map<String, String> options) {
		var call = new Call(TestCalls.GET, TestCalls.caller("ada"), Map.of("id", id), new TreeMap<>(options), null,
				Terms.USUAL, null, null, null);
		var template = UriComponentsBuilder.fromUriString(BASE).path(call.operation().path());
		var variables = new HashMap<String, Object>(Map.of("id", id));
		call.query().forEach((name, value) -> {
			template.queryParam(name, "{" + name.replace("$", "_") + "}");
			variables.put(name.replace("$", "_"), value);
		});
		assertThat(Send.address(BASE, call)).isEqualTo(template.encode().buildAndExpand(variables).toUri());
	}

	@Provide
	Arbitrary<String> values() {
		return Arbitraries.strings().withChars("aZ0-._~!$&'()*+,;=:@/?#[]{}% \\\"<>^`|\u00e9\u20ac\n").ofMaxLength(8);
	}

	@Provide
	Arbitrary<Map<String, String>> options() {
		return Arbitraries.maps(Arbitraries.of("$filter", "$top", "tag"), values()).ofMaxSize(3);
	}

}
