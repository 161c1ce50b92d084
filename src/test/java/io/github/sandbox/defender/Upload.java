package io.github.sandbox.defender;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

import org.apache.tomcat.util.http.fileupload.FileItemIterator;
import org.apache.tomcat.util.http.fileupload.FileItemStream;
import org.apache.tomcat.util.http.fileupload.FileUpload;
import org.apache.tomcat.util.http.fileupload.InvalidFileNameException;
import org.apache.tomcat.util.http.fileupload.UploadContext;
import org.jspecify.annotations.Nullable;

/**
 * A file that a form sends to the library.
 *
 * @param fileName the name
 * @param sha256 the digest of its content
 * @param fields the other fields of the form, whatever the case of their names
 */
record Upload(String fileName, String sha256, Map<String, String> fields) {

	private static final int MAX_BYTES = 20 * 1024 * 1024;

	private static final List<String> FIELDS = List.of("Description", "ParametersDescription", "OverrideIfExists",
			"HasParameters");

	private static final List<String> FLAGS = List.of("OverrideIfExists", "HasParameters");

	private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");

	static Upload of(Inbound inbound) {
		Map<String, String> fields = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
		List<Upload> files = new ArrayList<>();
		try {
			FileItemIterator parts = parts(inbound);
			while (parts.hasNext()) {
				read(parts.next(), fields, files);
			}
		}
		catch (IOException | InvalidFileNameException ex) {
			throw Refusal.badRequest("InvalidRequestBody", "The form cannot be read: " + ex.getMessage());
		}
		Upload file = files.stream().findFirst().orElseThrow(() -> Refusal.missingParameter("File"));
		FLAGS.forEach(file::flag);
		return file;
	}

	/** The value of a yes-or-no field; no when the form lacks it. */
	boolean flag(String name) {
		String value = this.fields.getOrDefault(name, "false");
		if (!value.equalsIgnoreCase("true") && !value.equalsIgnoreCase("false")) {
			throw Refusal.badRequest("InvalidInput", "'%s' is not a value of '%s'.".formatted(value, name));
		}
		return Boolean.parseBoolean(value);
	}

	private static FileItemIterator parts(Inbound inbound) throws IOException {
		FileUpload form = new FileUpload();
		form.setHeaderEncoding(StandardCharsets.UTF_8.name());
		return form.getItemIterator(new Form(inbound));
	}

	private static void read(FileItemStream part, Map<String, String> fields, List<Upload> files) throws IOException {
		if (part.isFormField()) {
			fields.put(known(part), new String(content(part), StandardCharsets.UTF_8));
		}
		else {
			files.add(file(part, fields));
		}
	}

	private static Upload file(FileItemStream part, Map<String, String> fields) throws IOException {
		@Nullable String name = part.getName();
		if (!"file".equalsIgnoreCase(part.getFieldName())) {
			throw Refusal.badRequest("InvalidRequestBody", "Unknown field '%s'.".formatted(part.getFieldName()));
		}
		if (name == null || !NAME.matcher(name).matches()) {
			throw Refusal.badRequest("InvalidInput", "The file name is not valid.");
		}
		byte[] content = content(part);
		if (content.length > MAX_BYTES) {
			throw Refusal.badRequest("InvalidInput", "The file has more than 20 MB.");
		}
		return new Upload(name, digest(content), fields);
	}

	private static String known(FileItemStream part) {
		return FIELDS.stream()
			.filter((name) -> name.equalsIgnoreCase(part.getFieldName()))
			.findFirst()
			.orElseThrow(() -> Refusal.badRequest("InvalidRequestBody",
					"Unknown field '%s'.".formatted(part.getFieldName())));
	}

	private static byte[] content(FileItemStream part) throws IOException {
		try (InputStream in = part.openStream()) {
			return in.readAllBytes();
		}
	}

	private static String digest(byte[] content) {
		try {
			return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
		}
		catch (NoSuchAlgorithmException ex) {
			throw new IllegalStateException(ex);
		}
	}

	/** A request as the container's parser wants to see it. */
	private record Form(Inbound inbound) implements UploadContext {

		@Override
		public String getCharacterEncoding() {
			return StandardCharsets.UTF_8.name();
		}

		@Override
		public String getContentType() {
			return this.inbound.headers().getOrDefault("Content-Type", List.of("")).getFirst();
		}

		@Override
		public long contentLength() {
			return this.inbound.body().length;
		}

		@Override
		public InputStream getInputStream() {
			return new ByteArrayInputStream(this.inbound.body());
		}

	}

}
