package io.github.defenderbff.relay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.http.io.entity.EntityTemplate;
import org.apache.hc.core5.http.message.BasicNameValuePair;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * Writes a form with a file as RFC 7578 has it. The file is read while it is sent.
 */
final class MultipartForm {

	private MultipartForm() {
	}

	/** The body, of known length. */
	static HttpEntity of(Upload<?> upload) {
		var boundary = new String(MimeTypeUtils.generateMultipartBoundary(), StandardCharsets.US_ASCII);
		var head = new StringBuilder();
		upload.fields().forEach((name, value) -> head.append(part(boundary, name, null)).append(value).append("\r\n"));
		var file = upload.file();
		head.append(part(boundary, upload.field(), file.getOriginalFilename()));
		var first = head.toString().getBytes(StandardCharsets.UTF_8);
		var last = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
		var type = ContentType.create(MediaType.MULTIPART_FORM_DATA_VALUE,
				new BasicNameValuePair("boundary", boundary));
		return new EntityTemplate(first.length + file.getSize() + last.length, type, null,
				(to) -> write(first, file, last, to));
	}

	private static String part(String boundary, String name, @Nullable String fileName) {
		var disposition = ContentDisposition.formData().name(name);
		if (fileName != null) {
			disposition.filename(fileName);
		}
		return "--" + boundary + "\r\nContent-Disposition: " + disposition.build()
				+ ((fileName != null) ? "\r\nContent-Type: application/octet-stream" : "") + "\r\n\r\n";
	}

	private static void write(byte[] first, MultipartFile file, byte[] last, OutputStream to) throws IOException {
		to.write(first);
		try (var content = file.getInputStream()) {
			content.transferTo(to);
		}
		to.write(last);
	}

}
