package io.github.defenderbff.policy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * The file that the operator keeps the role book in.
 *
 * @param path where it is
 */
record RoleBookFile(Path path) {

	private static final int MAXIMUM_BYTES = 1024 * 1024;

	/** Links stay in it, since they may lead elsewhere the next time. */
	RoleBookFile {
		path = path.toAbsolutePath();
	}

	/** Its name without directories, as mistakes name it. */
	String name() {
		return String.valueOf(this.path.getFileName());
	}

	/** What stands in it now; links in its path are followed anew. */
	Content load() {
		try {
			if (!Files.readAttributes(this.path, BasicFileAttributes.class).isRegularFile()) {
				return new Content.Unreadable("this is no regular file; policy.role-book must name one.");
			}
			try (var in = Files.newInputStream(this.path)) {
				return decoded(in.readNBytes(MAXIMUM_BYTES + 1));
			}
		}
		catch (NoSuchFileException _) {
			return new Content.Unreadable("the file does not exist; policy.role-book must name an existing file.");
		}
		catch (AccessDeniedException _) {
			return new Content.Unreadable("the file may not be read; give the user of this service the right to.");
		}
		catch (IOException ex) {
			return new Content.Unreadable(
					"the file cannot be read (%s); see to its storage.".formatted(ex.getClass().getSimpleName()));
		}
	}

	private static Content decoded(byte[] bytes) {
		if (bytes.length > MAXIMUM_BYTES) {
			return new Content.Unreadable(
					"the file is larger than 1 MB; a role book has a few kilobytes, so this is probably another file.");
		}
		try {
			return new Content.Text(StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
		}
		catch (CharacterCodingException _) {
			return new Content.Unreadable("the file is not UTF-8; save it in that encoding.");
		}
	}

	/** What stands in the file at one moment. */
	sealed interface Content {

		/**
		 * This stands in it.
		 *
		 * @param text all of it
		 */
		record Text(String text) implements Content {

		}

		/**
		 * It has no text.
		 *
		 * @param why the cause and its cure, in one sentence
		 */
		record Unreadable(String why) implements Content {

		}

	}

}
