package io.github.defenderbff.relay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;

import org.apache.hc.core5.http.HttpEntity;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockMultipartFile;

import static org.assertj.core.api.Assertions.assertThat;

/** A form is written so that a strict reader finds in it what was put in. */
@NullMarked
class MultipartFormTests {

	@ParameterizedTest
	@ValueSource(ints = { 0, 1, 16_384, 1_000_000 })
	void contentSurvives(int size) throws IOException {
		var content = new byte[size];
		new Random(size).nextBytes(content);
		assertThat(parts(form(content, Map.of())).get("File: a.ps1")).isEqualTo(content);
	}

	@Test
	void fieldsAndNamesSurvive() throws IOException {
		var fields = Map.of("Description", "Ärger \"mit\" 50 % & mehr\r\n--\r\n", "HasParameters", "true", "Odd\"name",
				"", "Boundary", "--x\r\n\r\nContent-Disposition: form-data; name=\"File\"");
		var parts = parts(form(new byte[] { 1 }, fields));
		assertThat(parts).hasSize(5).containsKey("File: a.ps1");
		fields.forEach((name, value) -> assertThat(parts.get(name.replace("\"", "\\\"")))
			.isEqualTo(value.getBytes(StandardCharsets.UTF_8)));
	}

	@Test
	void lengthIsToldBeforehand() {
		var form = form(new byte[] { 1, 2, 3 }, Map.of("Description", "Ä"));
		assertThat(form.getContentLength()).isEqualTo(bytes(form).length);
	}

	@Test
	void formCanBeSentAgain() {
		var form = form(new byte[] { 1, 2, 3 }, Map.of());
		assertThat(bytes(form)).isEqualTo(bytes(form));
	}

	@Test
	void boundaryIsNeverTheSame() {
		assertThat(form(new byte[0], Map.of()).getContentType())
			.isNotEqualTo(form(new byte[0], Map.of()).getContentType());
	}

	private static HttpEntity form(byte[] content, Map<String, String> fields) {
		var file = new MockMultipartFile("File", "a.ps1", "text/plain", content);
		return MultipartForm.of(new Upload<>("File", file, fields, "unused"));
	}

	/** What the container's own parser finds. */
	private static Map<String, byte[]> parts(HttpEntity form) throws IOException {
		var parts = new LinkedHashMap<String, byte[]>();
		var parser = new FileUpload();
		parser.setHeaderEncoding(StandardCharsets.UTF_8.name());
		var items = parser.getItemIterator(new Received(form.getContentType(), bytes(form)));
		while (items.hasNext()) {
			var item = items.next();
			var name = item.isFormField() ? item.getFieldName() : item.getFieldName() + ": " + item.getName();
			try (var in = item.openStream()) {
				parts.put(name, in.readAllBytes());
			}
		}
		return parts;
	}

	private static byte[] bytes(HttpEntity form) {
		var bytes = new ByteArrayOutputStream();
		try {
			form.writeTo(bytes);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
		return bytes.toByteArray();
	}

	/** A form as the container receives it. */
	@SuppressWarnings("ArrayRecordComponent")
	private record Received(String contentType, byte[] bytes) implements UploadContext {

		@Override
		public String getCharacterEncoding() {
			return StandardCharsets.UTF_8.name();
		}

		@Override
		public String getContentType() {
			return this.contentType;
		}

		@Override
		public long contentLength() {
			return this.bytes.length;
		}

		@Override
		public InputStream getInputStream() {
			return new ByteArrayInputStream(this.bytes);
		}

	}

}
