package io.github.defenderbff.relay;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.http.HttpHeaders;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.web.context.request.RequestContextHolder;
import org.springframework.web.context.request.ServletRequestAttributes;

import static org.assertj.core.api.Assertions.assertThat;

/** What a request says of how it may be answered. */
class TermsTests {

	@AfterEach
	void end() {
		RequestContextHolder.resetRequestAttributes();
	}

	private static void ask(String cacheControl) {
		var request = new MockHttpServletRequest();
		request.addHeader(HttpHeaders.CACHE_CONTROL, cacheControl);
		RequestContextHolder.setRequestAttributes(new ServletRequestAttributes(request));
	}

	@ParameterizedTest
	@ValueSource(strings = { "no-cache", "No-Cache", "max-age=0", "no-transform, no-cache" })
	void aRequestCanHaveDefenderAskedAnew(String cacheControl) {
		ask(cacheControl);
		assertThat(Terms.current().revalidate()).isTrue();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", "max-age=01", "max-age=60", "x-no-cache", "no-store" })
	void otherwiseWhatIsKnownWillDo(String cacheControl) {
		ask(cacheControl);
		assertThat(Terms.current()).isEqualTo(Terms.USUAL);
	}

	@Test
	void whatAChangeDependsOnSaysSo() {
		assertThat(Terms.forChange(Terms::current).forChange()).isTrue();
		assertThat(Terms.current()).isEqualTo(Terms.USUAL);
	}

}
