package io.github.defenderbff.relay;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Flow.Subscriber;
import java.util.concurrent.Flow.Subscription;

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
		assertThat(form.publisher().contentLength()).isEqualTo(bytes(form.publisher()).length);
	}

	@Test
	void formCanBeSentAgain() {
		var form = form(new byte[] { 1, 2, 3 }, Map.of());
		assertThat(bytes(form.publisher())).isEqualTo(bytes(form.publisher()));
	}

	@Test
	void boundaryIsNeverTheSame() {
		assertThat(form(new byte[0], Map.of()).contentType()).isNotEqualTo(form(new byte[0], Map.of()).contentType());
	}

	private static MultipartForm form(byte[] content, Map<String, String> fields) {
		var file = new MockMultipartFile("File", "a.ps1", "text/plain", content);
		return MultipartForm.of(new Upload<>("File", file, fields, "unused"));
	}

	/** What the container's own parser finds. */
	private static Map<String, byte[]> parts(MultipartForm form) throws IOException {
		var parts = new LinkedHashMap<String, byte[]>();
		var parser = new FileUpload();
		parser.setHeaderEncoding(StandardCharsets.UTF_8.name());
		var items = parser.getItemIterator(new Received(form.contentType(), bytes(form.publisher())));
		while (items.hasNext()) {
			var item = items.next();
			var name = item.isFormField() ? item.getFieldName() : item.getFieldName() + ": " + item.getName();
			try (var in = item.openStream()) {
				parts.put(name, in.readAllBytes());
			}
		}
		return parts;
	}

	private static byte[] bytes(BodyPublisher publisher) {
		var collector = new Collector();
		publisher.subscribe(collector);
		return collector.all.join();
	}

	/** Takes everything a publisher has. */
	private static final class Collector implements Subscriber<ByteBuffer> {

		final CompletableFuture<byte[]> all = new CompletableFuture<>();

		private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

		@Override
		public void onSubscribe(Subscription subscription) {
			subscription.request(Long.MAX_VALUE);
		}

		@Override
		public void onNext(ByteBuffer buffer) {
			var next = new byte[buffer.remaining()];
			buffer.get(next);
			this.bytes.writeBytes(next);
		}

		@Override
		public void onError(Throwable throwable) {
			this.all.completeExceptionally(throwable);
		}

		@Override
		public void onComplete() {
			this.all.complete(this.bytes.toByteArray());
		}

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
