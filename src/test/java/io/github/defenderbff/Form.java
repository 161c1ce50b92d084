package io.github.defenderbff;

import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

/** A form with files, as a browser writes it, right or wrong. */
final class Form {

	static final String BOUNDARY = "----WebKitFormBoundaryNordhavn";

	private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

	Form field(String name, String value) {
		write("--%s\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n".formatted(BOUNDARY, name, value));
		return this;
	}

	Form file(String name, String fileName, byte[] content) {
		write("""
				--%s\r
				Content-Disposition: form-data; name="%s"; filename="%s"\r
				Content-Type: text/plain\r
				\r
				""".formatted(BOUNDARY, name, fileName));
		this.parts.writeBytes(content);
		write("\r\n");
		return this;
	}

	BodyPublisher publisher() {
		var end = "--" + BOUNDARY + "--\r\n";
		return BodyPublishers.concat(BodyPublishers.ofByteArray(this.parts.toByteArray()),
				BodyPublishers.ofString(end));
	}

	String text() {
		return this.parts.toString(StandardCharsets.UTF_8) + "--" + BOUNDARY + "--\r\n";
	}

	private void write(String text) {
		this.parts.writeBytes(text.getBytes(StandardCharsets.UTF_8));
	}

}
