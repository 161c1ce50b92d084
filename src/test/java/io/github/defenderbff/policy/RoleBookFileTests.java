package io.github.defenderbff.policy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;

import io.github.defenderbff.policy.RoleBookFile.Content;
import io.github.defenderbff.problem.SettingProblem;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** The file that the role book is kept in. */
class RoleBookFileTests {

	@TempDir
	private Path directory;

	private Path file(byte[] content) throws IOException {
		return Files.write(this.directory.resolve("book.yml"), content);
	}

	private static String unreadable(Path path) {
		assertThat(new RoleBookFile(path).load()).isInstanceOf(Content.Unreadable.class);
		return ((Content.Unreadable) new RoleBookFile(path).load()).why();
	}

	@Test
	void isReadThroughLinks() throws IOException {
		var file = file("roles: []".getBytes(StandardCharsets.UTF_8));
		var link = Files.createSymbolicLink(this.directory.resolve("link.yml"), file);
		assertThat(new RoleBookFile(link).load()).isEqualTo(new Content.Text("roles: []"));
	}

	@Test
	void mustBeARegularFile() throws IOException {
		assertThat(unreadable(this.directory.resolve("none.yml"))).startsWith("the file does not exist;");
		assertThat(unreadable(this.directory)).startsWith("this is no regular file;");
		var dangling = Files.createSymbolicLink(this.directory.resolve("dangling.yml"), Path.of("nowhere.yml"));
		assertThat(unreadable(dangling)).startsWith("the file does not exist;");
	}

	@Test
	void mustBeSmallUtf8() throws IOException {
		assertThat(unreadable(file(new byte[1024 * 1024 + 1]))).startsWith("the file is larger than 1 MB;");
		assertThat(unreadable(file("Größe".getBytes(StandardCharsets.ISO_8859_1))))
			.startsWith("the file is not UTF-8;");
		assertThat(new RoleBookFile(file(new byte[1024 * 1024])).load()).isInstanceOf(Content.Text.class);
	}

	@Test
	void stopsTheStartWithEverythingThatIsWrong() throws IOException {
		var file = file("roles: [{name: A}, {name: B}]".getBytes(StandardCharsets.UTF_8));
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> new RoleBookInForce(new RoleBookFile(file), (_) -> {
			}, Clock.systemUTC()))
			.withMessageContainingAll(file.toString(), "book.yml:1:9: the role \"A\" grants nothing",
					"book.yml:1:20: the role \"B\" grants nothing");
	}

	@Test
	void isNotLookedAtWithoutAPause() {
		assertThatExceptionOfType(SettingProblem.class)
			.isThrownBy(() -> new RoleBookProperties(null, Duration.ofMillis(99)))
			.withMessageContaining("policy.role-book-check");
		assertThat(new RoleBookProperties(null, Duration.ofMillis(100)).roleBook()).isNull();
	}

}
