package io.github.defenderbff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * A generated document that is checked in, so that people read it without running
 * anything.
 *
 * @param path where it is
 */
public record CheckedIn(Path path) {

	private static final String WRITE = "docs.write";

	/** The document of this name in {@code docs}. */
	public static CheckedIn doc(String name) {
		return new CheckedIn(Path.of("docs", name));
	}

	/** Whether documents are to be written anew. */
	static boolean isWritten() {
		return Boolean.getBoolean(WRITE);
	}

	/** Fails when the document is stale, unless asked to write it anew. */
	public void assertSays(String generated) {
		try {
			if (isWritten()) {
				Files.writeString(this.path, generated);
			}
			assertThat(Files.exists(this.path) ? Files.readString(this.path) : "")
				.as("%s is stale; ./mvnw test -D%s=true writes it anew", this.path, WRITE)
				.isEqualTo(generated);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
