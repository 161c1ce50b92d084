package io.github.defenderbff;

import java.nio.file.Path;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The checked-in OpenAPI document is the service's, and the tools of frontends take it.
 */
@OnSandbox
class OpenApiDocumentTests {

	/** The example of a time is yesterday, whenever that is. */
	private static final String MIDNIGHT = "\\d{4}-\\d{2}-\\d{2}T00:00:00Z";

	private final Bff bff;

	OpenApiDocumentTests(Bff bff) {
		this.bff = bff;
	}

	@Test
	void checkedInDocumentIsTheServices() {
		var document = this.bff.anonymous().get("/v3/api-docs").json();
		var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		var text = json.writeValueAsString(document).replaceAll(MIDNIGHT, "2026-11-01T00:00:00Z");
		CheckedIn.doc("openapi.json").assertSays(text + "\n");
	}

	@Test
	void lintersFindNoErrorAndStrictTypeScriptCompiles() throws Exception {
		var tools = OpenApiTools.install();
		tools.copy(Path.of("docs/openapi.json"), "openapi.json");
		tools.script("lint");
		tools.script("types");
		tools.script("compile");
	}

}
