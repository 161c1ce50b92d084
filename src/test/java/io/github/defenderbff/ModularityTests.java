package io.github.defenderbff;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

import org.springframework.modulith.core.ApplicationModules;
import org.springframework.util.StringUtils;

import static org.assertj.core.api.Assertions.assertThat;

/** How the service is built. */
class ModularityTests {

	private static final Path SOURCES = Path.of("src/main/java");

	private static final JavaClasses CLASSES = new ClassFileImporter()
		.withImportOption(new ImportOption.DoNotIncludeTests())
		.importPackagesOf(DefenderBff.class);

	/** The types of the main sources that stand in a file of their own. */
	private static List<JavaClass> types() {
		return CLASSES.stream()
			.filter((type) -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
			.toList();
	}

	private static List<Path> sources() throws IOException {
		try (Stream<Path> files = Files.walk(SOURCES)) {
			return files.filter((file) -> file.toString().endsWith(".java")).toList();
		}
	}

	@Test
	void modulesUseEachOtherAsTheyDeclare() {
		ApplicationModules.of(DefenderBff.class).verify();
	}

	@Test
	void nothingIsADrawerWithoutAnOwner() {
		var drawer = Pattern.compile(".*\\.(utils?|common|helpers?|misc|shared)(\\..*)?");
		assertThat(types()).extracting(JavaClass::getPackageName).noneMatch(drawer.asMatchPredicate());
		var vague = Pattern.compile(".*(Impl|Manager|Helper|Utils?)");
		assertThat(types()).extracting(JavaClass::getSimpleName).noneMatch(vague.asMatchPredicate());
	}

	@Test
	void filesAreShort() throws IOException {
		for (var file : sources()) {
			assertThat(Files.readAllLines(file)).as(file.toString()).hasSizeLessThanOrEqualTo(300);
		}
	}

	@Test
	void mostTypesAreHidden() {
		var data = Set.of("entity", "request");
		var types = types().stream()
			.filter((type) -> !data.contains(StringUtils.unqualify(type.getPackageName())))
			.toList();
		var hidden = types.stream().filter((type) -> !type.getModifiers().contains(JavaModifier.PUBLIC)).count();
		assertThat(hidden * 100 / types.size()).as("per cent of types are package-private").isGreaterThanOrEqualTo(60);
	}

	@Test
	void everyPackageSaysWhatItPromisesAndWhereNullMayBe() {
		assertThat(types().stream().map(JavaClass::getPackage).distinct()).isNotEmpty()
			.allMatch((each) -> each.isAnnotatedWith(NullMarked.class)
					|| each.tryGetPackageInfo().filter((info) -> info.isAnnotatedWith(NullMarked.class)).isPresent());
	}

}
