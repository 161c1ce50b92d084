package io.github.defenderbff.policy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

import io.github.defenderbff.policy.RoleBookFile.Content;
import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;

/** The page about the role book is right. */
class RoleBookDocsTests {

	private static final Path PAGE = Path.of("docs/role-book.md");

	private static final Path README = Path.of("README.md");

	@Test
	void itsExampleCanBeUsed() throws IOException {
		var example = Pattern.compile("```yaml\n(directory-roles:.*?)```", Pattern.DOTALL)
			.matcher(Files.readString(PAGE));
		assertThat(example.find()).isTrue();
		assertThat(RoleBookReader.read("example", new Content.Text(example.group(1))))
			.isInstanceOf(Reading.Sound.class);
	}

	@Test
	void itListsEveryNameOfEveryPrivilege() throws IOException {
		var table = Files.readAllLines(PAGE).stream().filter((line) -> line.startsWith("| ")).toList();
		for (var privilege : Privilege.values()) {
			assertThat(table).as(privilege.classicName())
				.anyMatch((row) -> row
					.startsWith("| %s | %s |".formatted(privilege.classicName(), privilege.unifiedName())));
		}
		assertThat(table.toString()).contains(Privilege.allNames());
	}

	@Test
	void itListsTheRolesOfEveryModel() throws IOException {
		var page = Files.readString(PAGE);
		for (var role : EntraRole.values()) {
			assertThat(page).contains(role.templateId());
		}
		Arrays.stream(PermissionModel.values()).forEach((model) -> {
			assertThat(page).contains("`" + model.name().toLowerCase(Locale.ROOT) + "`");
			model.roles().forEach((role) -> assertThat(page).contains("| " + role.name() + " |"));
		});
	}

	@Test
	void theReadmeSetsTheFile() throws IOException {
		assertThat(Files.readString(README)).contains("export ROLE_BOOK=./role-book.yml");
	}

}
