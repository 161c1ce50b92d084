package io.github.defenderbff;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Settings as the documentation gives them, so that they are what was tested.
 *
 * @param yaml the text
 */
record DocumentedSettings(String yaml) {

	private static final String BEGIN = "```yaml\n";

	/** The first block of YAML below a heading of {@code docs/configuration.md}. */
	static DocumentedSettings below(String heading) {
		try {
			var text = Files.readString(Path.of("docs", "configuration.md"));
			var begin = text.indexOf(BEGIN, text.indexOf("\n" + heading + "\n")) + BEGIN.length();
			return new DocumentedSettings(text.substring(begin, text.indexOf("```", begin)));
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

	/** Writes them where the service can read them. */
	void writeTo(Path file) {
		try {
			Files.writeString(file, this.yaml);
		}
		catch (IOException ex) {
			throw new UncheckedIOException(ex);
		}
	}

}
