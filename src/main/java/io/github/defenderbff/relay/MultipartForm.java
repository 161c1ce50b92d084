package io.github.defenderbff.relay;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;

import org.jspecify.annotations.Nullable;

import org.springframework.http.ContentDisposition;
import org.springframework.util.MimeTypeUtils;
import org.springframework.web.multipart.MultipartFile;

/**
 * A form with a file, written as RFC 7578 has it. The file is read while it is sent.
 *
 * @param contentType the media type with the boundary
 * @param publisher the body, of known length
 */
record MultipartForm(String contentType, BodyPublisher publisher) {

	static MultipartForm of(Upload<?> upload) {
		var boundary = new String(MimeTypeUtils.generateMultipartBoundary(), StandardCharsets.US_ASCII);
		var head = new StringBuilder();
		upload.fields().forEach((name, value) -> head.append(part(boundary, name, null)).append(value).append("\r\n"));
		var file = upload.file();
		head.append(part(boundary, upload.field(), file.getOriginalFilename()));
		var first = head.toString().getBytes(StandardCharsets.UTF_8);
		var last = ("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII);
		var body = BodyPublishers.concat(BodyPublishers.ofByteArray(first),
				BodyPublishers.ofInputStream(() -> open(file)), BodyPublishers.ofByteArray(last));
		return new MultipartForm("multipart/form-data; boundary=" + boundary,
				BodyPublishers.fromPublisher(body, first.length + file.getSize() + last.length));
	}

	private static String part(String boundary, String name, @Nullable String fileName) {
		var disposition = ContentDisposition.formData().name(name);
		if (fileName != null) {
			disposition.filename(fileName);
		}
		return "--" + boundary + "\r\nContent-Disposition: " + disposition.build()
				+ ((fileName != null) ? "\r\nContent-Type: application/octet-stream" : "") + "\r\n\r\n";
	}

	private static InputStream open(MultipartFile file) {
		try {
			return file.getInputStream();
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
