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

	private final Bff bff;

	OpenApiDocumentTests(Bff bff) {
		this.bff = bff;
	}

	@Test
	void checkedInDocumentIsTheServices() {
		var document = this.bff.anonymous().get("/v3/api-docs").json();
		var json = JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
		CheckedIn.doc("openapi.json").assertSays(json.writeValueAsString(document) + "\n");
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
