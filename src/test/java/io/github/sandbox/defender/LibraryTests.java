package io.github.sandbox.defender;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

import io.github.sandbox.organisation.LibraryFiles;
import io.github.sandbox.organisation.Machines;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import static org.assertj.core.api.Assertions.assertThat;

/** The live response library. */
class LibraryTests extends LookAlikeTest {

	private static final String LIST = "/api/libraryfiles";

	private static final String BOUNDARY = "nordhavn-boundary";

	private static final String LIVE_RESPONSE = """
			{"Comment":"c","Commands":[{"type":"RunScript","params":[{"key":"ScriptName","value":"%s"}]}]}""";

	@Test
	void uploadedFileIsListedAndDeleted() throws IOException {
		TestClient ada = as(People.ADA_ADMIN);
		assertThat(ada.get(LIST).json().path("value").size()).isEqualTo(2);
		TestClient.Response uploaded = upload(ada, "File", "new.ps1", "abc".getBytes(StandardCharsets.UTF_8),
				"Description", "says abc", "HasParameters", "true", "ParametersDescription", "none", "OverrideIfExists",
				"false");
		assertThat(uploaded.status()).isEqualTo(200);
		assertThat(uploaded.text("/fileName")).isEqualTo("new.ps1");
		assertThat(uploaded.text("/description")).isEqualTo("says abc");
		assertThat(uploaded.text("/createdBy")).isEqualTo("ada@nordhavn.example");
		assertThat(uploaded.text("/sha256"))
			.isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
		assertThat(ada.get(LIST).json().path("value").size()).isEqualTo(3);
		assertThat(ada.delete(LIST + "/new.ps1").status()).isEqualTo(204);
		assertThat(ada.delete(LIST + "/new.ps1").text("/error/code")).isEqualTo("ResourceNotFound");
	}

	@Test
	void existingFileIsReplacedOnlyOnRequest() throws IOException {
		TestClient ada = as(People.ADA_ADMIN);
		String name = LibraryFiles.COLLECT_LOGS.fileName();
		assertThat(upload(ada, "file", name, new byte[] { 1 }).text("/error/code")).isEqualTo("BadRequest");
		TestClient.Response replaced = upload(ada, "file", name, new byte[] { 1 }, "OverrideIfExists", "True");
		assertThat(replaced.status()).isEqualTo(200);
		assertThat(replaced.text("/sha256")).isNotEqualTo(LibraryFiles.COLLECT_LOGS.sha256());
		assertThat(ada.get(LIST).json().path("value").size()).isEqualTo(2);
	}

	@ParameterizedTest
	@CsvSource(textBlock = """
			File,    a b.ps1,    Description,      x,     InvalidInput
			File,    ../a.ps1,   Description,      x,     InvalidInput
			Script,  a.ps1,      Description,      x,     InvalidRequestBody
			File,    a.ps1,      Colour,           x,     InvalidRequestBody
			File,    a.ps1,      OverrideIfExists, maybe, InvalidInput
			""")
	void refusesForms(String part, String name, String field, String value, String code) throws IOException {
		TestClient.Response response = upload(as(People.ADA_ADMIN), part, name, new byte[] { 1 }, field, value);
		assertThat(response.status()).isEqualTo(400);
		assertThat(response.text("/error/code")).isEqualTo(code);
	}

	@Test
	void formNeedsAFileAndNotJson() throws IOException {
		TestClient ada = as(People.ADA_ADMIN);
		assertThat(ada.post(LIST, "{\"File\":\"a\"}").text("/error/code")).isEqualTo("InvalidRequestBody");
		byte[] form = form("", "", new byte[0], "Description", "x");
		assertThat(ada.upload(LIST, BOUNDARY, form).text("/error/code")).isEqualTo("MissingRequiredParameter");
		byte[] whole = form("File", "a.ps1", new byte[] { 1 });
		byte[] cut = Arrays.copyOf(whole, whole.length - 2 * BOUNDARY.length());
		assertThat(ada.upload(LIST, BOUNDARY, cut).text("/error/code")).isEqualTo("InvalidRequestBody");
	}

	@Test
	void twentyMegabytesAreTheLimit() throws IOException {
		TestClient ada = as(People.ADA_ADMIN);
		byte[] largest = new byte[20 * 1024 * 1024];
		assertThat(upload(ada, "File", "large.bin", largest).status()).isEqualTo(200);
		assertThat(upload(ada, "File", "larger.bin", new byte[largest.length + 1]).status()).isEqualTo(400);
	}

	@Test
	void rolesDecideWhoReadsAndWhoChanges() throws IOException {
		assertThat(as(People.RUNE_RESPONDER).get(LIST).status()).isEqualTo(403);
		assertThat(upload(as(People.RUNE_RESPONDER), "File", "a.ps1", new byte[] { 1 }).status()).isEqualTo(403);
		assertThat(as(People.RUNE_RESPONDER).delete(LIST + "/collect-logs.ps1").status()).isEqualTo(403);
		assertThat(as(People.ADA_ADMIN, "Machine.Read").get(LIST).status()).isEqualTo(403);
		assertThat(with(this.tokens.ofApplication("Library.Manage")).get(LIST).status()).isEqualTo(200);
	}

	@Test
	void liveResponseRunsOnlyWhatIsInTheLibrary() throws IOException {
		TestClient rune = as(People.RUNE_RESPONDER);
		String path = "/api/machines/%s/runliveresponse".formatted(Machines.NORTH_WORKSTATION.id());
		assertThat(rune.post(path, LIVE_RESPONSE.formatted("missing.ps1")).text("/error/code"))
			.isEqualTo("InvalidInput");
		assertThat(rune.post(path, "{\"Commands\":[{\"type\":\"PutFile\",\"params\":[]}]}").text("/error/code"))
			.isEqualTo("MissingRequiredParameter");
		assertThat(rune.post(path, LIVE_RESPONSE.formatted(LibraryFiles.NETWORK_CHECK.fileName())).status())
			.isEqualTo(201);
	}

	private static TestClient.Response upload(TestClient client, String part, String name, byte[] content,
			String... fields) throws IOException {
		return client.upload(LIST, BOUNDARY, form(part, name, content, fields));
	}

	private static byte[] form(String part, String name, byte[] content, String... fields) {
		ByteArrayOutputStream form = new ByteArrayOutputStream();
		if (!part.isEmpty()) {
			form.writeBytes(bytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"; filename=\"%s\"\r\n\r\n"
				.formatted(BOUNDARY, part, name)));
			form.writeBytes(content);
			form.writeBytes(bytes("\r\n"));
		}
		for (int index = 0; index < fields.length; index += 2) {
			form.writeBytes(bytes("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n"
				.formatted(BOUNDARY, fields[index], fields[index + 1])));
		}
		form.writeBytes(bytes("--%s--\r\n".formatted(BOUNDARY)));
		return form.toByteArray();
	}

	private static byte[] bytes(String text) {
		return text.getBytes(StandardCharsets.UTF_8);
	}

}
