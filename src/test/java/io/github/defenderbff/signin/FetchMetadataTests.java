package io.github.defenderbff.signin;

import java.util.Set;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.web.servlet.HandlerExceptionResolver;
import org.springframework.web.servlet.ModelAndView;

import static org.assertj.core.api.Assertions.assertThat;

/** Which requests that another site's page made the browser send are let in. */
class FetchMetadataTests {

	private final HandlerExceptionResolver refusal = (_, response, _, _) -> {
		response.setStatus(403);
		return new ModelAndView();
	};

	private final FetchMetadata fetchMetadata = new FetchMetadata(Set.of("https://bff.example"),
			PathPatternRequestMatcher.withDefaults().matcher("/api/**"), this.refusal, TestSessions.refused((_) -> {
			}));

	@ParameterizedTest
	@CsvSource(delimiter = '|', textBlock = """
			GET  | /login/oauth2/code/defender | cross-site  | navigate | document | 200
			GET  | /                           | cross-site  | navigate | document | 200
			GET  | /                           | same-site   | navigate | document | 200
			GET  | /                           | cross-site  | navigate | iframe   | 403
			GET  | /                           | cross-site  | no-cors  | image    | 403
			GET  | /                           | cross-site  | navigate |          | 403
			POST | /logout                     | cross-site  | navigate | document | 403
			GET  | /api/me                     | cross-site  | navigate | document | 403
			GET  | /api/me                     | same-site   | cors     | empty    | 403
			GET  | /api/me                     | same-origin | cors     | empty    | 200
			GET  | /api/me                     | none        | navigate | document | 200
			POST | /api/alerts                 | none        | navigate | document | 403
			GET  | /api/me                     |             |          |          | 200
			""")
	void letsVisitsOfPagesInAndKeepsOtherSitesOut(String method, String path, @Nullable String site,
			@Nullable String mode, @Nullable String destination, int status) throws Exception {
		var request = new MockHttpServletRequest(method, path);
		add(request, "Sec-Fetch-Site", site);
		add(request, "Sec-Fetch-Mode", mode);
		add(request, "Sec-Fetch-Dest", destination);
		var response = new MockHttpServletResponse();
		this.fetchMetadata.doFilter(request, response, new MockFilterChain());
		assertThat(response.getStatus()).isEqualTo(status);
	}

	private static void add(MockHttpServletRequest request, String header, @Nullable String value) {
		if (value != null) {
			request.addHeader(header, value);
		}
	}

}
