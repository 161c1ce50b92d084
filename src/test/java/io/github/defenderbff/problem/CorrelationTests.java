package io.github.defenderbff.problem;

import java.io.IOException;
import java.util.ArrayList;

import jakarta.servlet.ServletException;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;

import static org.assertj.core.api.Assertions.assertThat;

/** The id under which everything about a request is found. */
class CorrelationTests {

	private static final String TRACE = "4bf92f3577b34da6a3ce929d0e0e4736";

	private final Correlation correlation = new Correlation();

	private String idFor(@Nullable String traceparent) throws ServletException, IOException {
		var request = new MockHttpServletRequest();
		if (traceparent != null) {
			request.addHeader("traceparent", traceparent);
		}
		return serve(request);
	}

	private String serve(MockHttpServletRequest request) throws ServletException, IOException {
		var response = new MockHttpServletResponse();
		var during = new ArrayList<String>();
		this.correlation.doFilter(request, response, (_, _) -> during.add(Correlation.id()));
		assertThat(during).containsExactly(response.getHeader("X-Correlation-Id"));
		return during.getFirst();
	}

	@Test
	void isTheTraceIdOfTheRequest() throws Exception {
		assertThat(idFor("00-" + TRACE + "-00f067aa0ba902b7-01")).isEqualTo(TRACE);
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "00", "00-" + TRACE, TRACE, "00-" + TRACE + "-00f067aa0ba902b7-01-more",
			"00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01", "ff-" + TRACE + "-00f067aa0ba902b7-01",
			"00-" + TRACE + "-00f067aa0ba902b7-01\r\nX-Injected: 1", "00-<script>alert(1)</script>-00f067aa0ba902b7-01",
			"00-00000000000000000000000000000000-00f067aa0ba902b7-01", "00-" + TRACE + "-0000000000000000-01" })
	void isANewOneForAMalformedTrace(String traceparent) throws Exception {
		assertThat(idFor(traceparent)).matches("[0-9a-f]{32}")
			.isNotEqualTo(TRACE)
			.isNotEqualTo("00000000000000000000000000000000");
	}

	@Test
	void isAnotherOneForEachRequest() throws Exception {
		assertThat(idFor(null)).matches("[0-9a-f]{32}").isNotEqualTo(idFor(null));
	}

	@Test
	void staysTheSameWhenTheRequestIsServedAgainAsAnError() throws Exception {
		var request = new MockHttpServletRequest();
		assertThat(serve(request)).isEqualTo(serve(request));
	}

	@Test
	void isNoneOutsideOfARequest() {
		assertThat(Correlation.id()).isEqualTo("none");
	}

}
