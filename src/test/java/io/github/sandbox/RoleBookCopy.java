package io.github.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

import org.springframework.core.io.ClassPathResource;

/** A copy of the company's role book, in a file that can be written. */
final class RoleBookCopy implements AutoCloseable {

	private final String original;

	private final Path file;

	private RoleBookCopy(String original, Path file) {
		this.original = original;
		this.file = file;
	}

	static RoleBookCopy create() {
		try {
			var original = new ClassPathResource("nordhavn-role-book.yml").getContentAsString(StandardCharsets.UTF_8);
			var file = Files.createTempFile("role-book", ".yml");
			file.toFile().deleteOnExit();
			return new RoleBookCopy(original, Files.writeString(file, original));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Where it is. */
	Path file() {
		return this.file;
	}

	/** Makes it what the company wrote; false when it was that. */
	boolean restore() {
		try {
			if (Files.isRegularFile(this.file) && Files.readString(this.file).equals(this.original)) {
				return false;
			}
			Files.writeString(this.file, this.original);
			return true;
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	@Override
	public void close() {
		try {
			Files.deleteIfExists(this.file);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
