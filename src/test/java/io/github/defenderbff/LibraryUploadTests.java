package io.github.defenderbff;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

import io.github.defenderbff.Client.Answer;
import io.github.sandbox.organisation.LibraryFiles;
import io.github.sandbox.organisation.People;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A file for the library arrives as it was sent, or is refused before it is passed on.
 */
@OnSandbox
class LibraryUploadTests {

	private static final String LIBRARY = "/api/libraryfiles";

	private static final int LARGEST = 20 * 1024 * 1024;

	private static final byte[] SMALL = "Get-Process".getBytes(StandardCharsets.UTF_8);

	private final Bff bff;

	LibraryUploadTests(Bff bff) {
		this.bff = bff;
	}

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 70_000, LARGEST })
	void fileArrivesByteForByte(int size) {
		var content = content(size);
		var answer = upload(librarian(), new Form().file("File", "collect.ps1", content));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().path("sha256").stringValue("")).isEqualTo(digest(content));
		assertThat(answer.json().path("createdBy").stringValue("")).isEqualTo("ada@nordhavn.example");
	}

	@Test
	void fieldsComeInAnyCaseAndOrder() {
		var answer = upload(librarian(),
				new Form().field("DESCRIPTION", "Ärger -- \"quoted\"\r\n--x")
					.file("file", LibraryFiles.COLLECT_LOGS.fileName(), SMALL)
					.field("overrideifexists", "true")
					.field("hasParameters", "true")
					.field("parametersdescription", ""));
		assertThat(answer.status()).as(answer.body()).isEqualTo(200);
		assertThat(answer.json().path("description").stringValue("")).isEqualTo("Ärger -- \"quoted\"\r\n--x");
		assertThat(answer.json().path("hasParameters").booleanValue()).isTrue();
		assertThat(answer.json().path("fileName").stringValue("")).isEqualTo(LibraryFiles.COLLECT_LOGS.fileName());
	}

	@Test
	void fileThatExistsIsRefusedByDefender() {
		var answer = upload(librarian(), new Form().file("File", LibraryFiles.COLLECT_LOGS.fileName(), SMALL));
		Problems.assertProblem(answer, 400, "upstream-rejected-request");
		assertThat(answer.json().path("code").stringValue("")).isEqualTo("BadRequest");
	}

	@ParameterizedTest
	@ValueSource(ints = { LARGEST + 1, LARGEST + 2 * 1024 * 1024 })
	void fileAboveTheLimitIsTooLarge(int size) {
		refused(upload(librarian(), new Form().file("File", "a.bin", content(size))), 413, "body-too-large");
	}

	@ParameterizedTest
	@ValueSource(strings = { "a b.ps1", "../a.ps1", ".hidden", "a/b.ps1", "ä.ps1", "" })
	void fileWithABadNameIsRefused(String name) {
		var answer = upload(librarian(), new Form().file("File", name, SMALL));
		refused(answer, 400, "invalid-body");
		assertThat(answer.json().path("errors").path(0).path("pointer").stringValue("")).isEqualTo("#/File");
	}

	@ParameterizedTest
	@CsvSource({ "OverrideIfExists, yes, #/OverrideIfExists", "HasParameters, TRUE, #/HasParameters",
			"hasparameters, '', #/HasParameters", "Overwrite, true, #", "File, text, #" })
	void wrongFieldIsRefused(String name, String value, String pointer) {
		var answer = upload(librarian(), new Form().field(name, value).file("File", "a.ps1", SMALL));
		refused(answer, 400, "invalid-body");
		assertThat(answer.json().path("errors").path(0).path("pointer").stringValue("")).isEqualTo(pointer);
	}

	@Test
	void missingOrSecondPartIsRefused() {
		var ada = librarian();
		refused(upload(ada, new Form().field("Description", "a")), 400, "invalid-body");
		refused(upload(ada, new Form().field("File", "a")), 400, "invalid-body");
		refused(upload(ada, new Form()), 400, "invalid-body");
		refused(upload(ada, new Form().file("File", "a.ps1", SMALL).file("File", "b.ps1", SMALL)), 400, "invalid-body");
		refused(upload(ada, new Form().file("File", "a.ps1", SMALL).file("file", "b.ps1", SMALL)), 400, "invalid-body");
		var twice = new Form().file("File", "a.ps1", SMALL).field("Description", "a").field("description", "b");
		refused(upload(ada, twice), 400, "invalid-body");
		twice = new Form().file("File", "a.ps1", SMALL).field("Description", "a").file("Description", "b.ps1", SMALL);
		refused(upload(ada, twice), 400, "invalid-body");
		refused(upload(ada, new Form().file("Description", "a.ps1", SMALL)), 400, "invalid-body");
	}

	@Test
	void whatIsNoFormIsNotRead() {
		var ada = librarian();
		refused(ada.post(LIBRARY, "{\"File\":\"a\"}"), 415, "unsupported-media-type");
		refused(ada.post(LIBRARY, "application/x-www-form-urlencoded", BodyPublishers.ofString("File=a")), 415,
				"unsupported-media-type");
		refused(ada.post(LIBRARY, "multipart/mixed; boundary=x", BodyPublishers.ofString("--x--")), 415,
				"unsupported-media-type");
	}

	@ParameterizedTest
	@ValueSource(strings = { "--x\r\nContent-Disposition: form-data; name=\"File\"; filename=\"a.ps1\"\r\n\r\nabc",
			"--x\r\nContent-Disposition" })
	void brokenFormIsMalformed(String form) {
		var answer = librarian().post(LIBRARY, "multipart/form-data; boundary=x", BodyPublishers.ofString(form));
		refused(answer, 400, "malformed-request");
	}

	@Test
	void formWithoutABoundaryIsMalformed() {
		refused(librarian().post(LIBRARY, "multipart/form-data", BodyPublishers.ofString("--x--")), 400,
				"malformed-request");
	}

	@Test
	void uploadIsAChangeLikeOthers() {
		var form = new Form().file("File", "a.ps1", SMALL).text();
		var type = "multipart/form-data; boundary=" + Form.BOUNDARY;
		var ada = this.bff.signIn(People.ADA_ADMIN).post(LIBRARY, form, "Content-Type", type);
		refused(ada, 403, "permission-denied");
		assertThat(ada.reasons()).containsExactly("ScopeNotConsented");
		refused(librarian().send("POST", LIBRARY, form, "Content-Type", type), 403, "csrf-token-invalid");
		var rune = this.bff.signIn(People.RUNE_RESPONDER).consent("Library.Manage");
		refused(rune.post(LIBRARY, form, "Content-Type", type), 403, "permission-denied");
	}

	@Test
	void largeFileOfAStrangerIsRefusedReadably() {
		var form = new Form().file("File", "a.bin", content(LARGEST));
		refused(upload(this.bff.anonymous(), form), 401, "not-signed-in");
	}

	@Test
	void uploadIsWrittenDownByTheNameOfTheFile() {
		try (var log = new LogCapture()) {
			upload(librarian(), new Form().file("File", "written-down.ps1", SMALL));
			assertThat(log.records())
				.anyMatch((line) -> line.contains("intent") && line.contains("libraryFiles.upload")
						&& line.contains("written-down.ps1"))
				.anyMatch((line) -> line.contains("outcome") && line.contains("written-down.ps1")
						&& line.contains("200"));
		}
	}

	private Client librarian() {
		return this.bff.signIn(People.ADA_ADMIN).consent("Library.Manage");
	}

	private static Answer upload(Client client, Form form) {
		return client.post(LIBRARY, "multipart/form-data; boundary=" + Form.BOUNDARY, form.publisher());
	}

	private void refused(Answer answer, int status, String type) {
		Problems.assertProblem(answer, status, type);
		assertThat(this.bff.sandbox().defender().requests()).as("what reached Defender").isEmpty();
	}

	private static byte[] content(int size) {
		var content = new byte[size];
		new Random(size).nextBytes(content);
		return content;
	}

	private static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

}
