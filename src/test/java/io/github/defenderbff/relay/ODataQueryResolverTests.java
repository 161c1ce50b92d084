package io.github.defenderbff.relay;

import java.util.Map;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.core.MethodParameter;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.ServletWebRequest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** Which OData options a request may have. */
class ODataQueryResolverTests {

	@OData(filter = "healthStatus", top = 100, expand = "evidence")
	void takesEverything(ODataQuery query) {
	}

	@OData(top = 0, skip = false)
	void takesNothing(ODataQuery query) {
	}

	private static ODataQuery resolve(String method, String... namesAndValues) throws NoSuchMethodException {
		var request = new MockHttpServletRequest();
		for (var index = 0; index < namesAndValues.length; index += 2) {
			request.addParameter(namesAndValues[index], namesAndValues[index + 1]);
		}
		var parameter = new MethodParameter(ODataQueryResolverTests.class.getDeclaredMethod(method, ODataQuery.class),
				0);
		var resolved = new ODataQueryResolver().resolveArgument(parameter, null, new ServletWebRequest(request), null);
		assertThat(resolved).isInstanceOf(ODataQuery.class);
		return (ODataQuery) resolved;
	}

	@ParameterizedTest
	@CsvSource({ "$filter, healthStatus eq 'Active'", "$top, 1", "$top, 100", "$skip, 0", "$skip, 2147483647",
			"$expand, evidence" })
	void takesWhatTheOperationDeclares(String name, String value) throws Exception {
		assertThat(resolve("takesEverything", name, value).options()).containsEntry(name, value).hasSize(1);
	}

	@ParameterizedTest
	@CsvSource({ "$top, 0", "$top, 101", "$top, -1", "$top, 1.5", "$top, 99999999999", "$top, ' '", "$skip, -1",
			"$skip, many", "$expand, other", "$expand, 'evidence,other'", "$filter, ''", "$select, id" })
	void refusesAnythingElseAndNamesIt(String name, String value) {
		assertThatExceptionOfType(InvalidParameter.class).isThrownBy(() -> resolve("takesEverything", name, value))
			.satisfies((invalid) -> assertThat(invalid.getBody().getProperties()).containsEntry("parameter", name));
	}

	@ParameterizedTest
	@CsvSource({ "$filter, a", "$top, 1", "$skip, 1", "$expand, evidence" })
	void refusesWhatTheOperationDoesNotDeclare(String name, String value) {
		assertThatExceptionOfType(InvalidParameter.class).isThrownBy(() -> resolve("takesNothing", name, value));
	}

	@Test
	void refusesAnOptionGivenTwiceOrWithoutEnd() {
		assertThatExceptionOfType(InvalidParameter.class)
			.isThrownBy(() -> resolve("takesEverything", "$top", "1", "$top", "2"));
		assertThatExceptionOfType(InvalidParameter.class)
			.isThrownBy(() -> resolve("takesEverything", "$filter", "a".repeat(4001)));
	}

	@Test
	void writesNumbersInOneWay() throws Exception {
		assertThat(resolve("takesEverything", "$top", "+007").options()).containsEntry("$top", "7");
	}

	@Test
	void knowsOptionsInAnyCase() throws Exception {
		assertThat(resolve("takesEverything", "$Top", "7", "$skipToken", "a").options())
			.isEqualTo(Map.of("$top", "7", "$skiptoken", "a"));
	}

	@Test
	void leavesOtherParametersToOthers() throws Exception {
		assertThat(resolve("takesEverything", "machine", "web-1")).isSameAs(ODataQuery.NONE);
	}

}
