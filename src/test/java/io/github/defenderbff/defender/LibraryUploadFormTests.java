package io.github.defenderbff.defender;

import io.github.defenderbff.defender.request.LibraryUpload;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validation;
import jakarta.validation.Validator;
import org.jspecify.annotations.NullMarked;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import org.springframework.mock.web.MockMultipartFile;

import static org.assertj.core.api.Assertions.assertThat;

/** What a form with a library file may hold. */
@NullMarked
class LibraryUploadFormTests {

	private static final Validator VALIDATOR = Validation.buildDefaultValidatorFactory().getValidator();

	@ParameterizedTest
	@ValueSource(strings = { "collect-logs.ps1", "a", "_", "Tool_2.0.exe" })
	void uploadsFilesWithPlainNames(String name) {
		assertThat(VALIDATOR.validate(upload(name, "true", null))).isEmpty();
		assertThat(VALIDATOR.validate(upload(name, null, "false"))).isEmpty();
	}

	@ParameterizedTest
	@ValueSource(strings = { "", ".", "..", ".profile", "../logs.ps1", "C:\\logs.ps1", "logs of today.ps1",
			"l\u00f8g.ps1", "a\r\nb" })
	void refusesToUploadFilesWithOtherNames(String name) {
		assertThat(VALIDATOR.validate(upload(name, null, null))).extracting(ConstraintViolation::getMessage)
			.containsExactly("File must be called by at most 255 letters, digits, hyphens, underscores and dots, "
					+ "not beginning with a dot");
	}

	@Test
	void limitsTheLengthOfAFilesName() {
		assertThat(VALIDATOR.validate(upload("a".repeat(255), null, null))).isEmpty();
		assertThat(VALIDATOR.validate(upload("a".repeat(256), null, null))).hasSize(1);
	}

	@Test
	void tellsWhichFieldOfAnUploadIsWrong() {
		assertThat(VALIDATOR.validate(upload("a", "yes", "True"))).extracting(ConstraintViolation::getMessage)
			.containsExactlyInAnyOrder("OverrideIfExists must be true or false", "HasParameters must be true or false");
		assertThat(VALIDATOR.validateValue(LibraryUpload.class, "file", null))
			.extracting(ConstraintViolation::getMessage)
			.containsExactly("File is mandatory: it is what is uploaded");
	}

	private static LibraryUpload upload(String name, @Nullable String override, @Nullable String parameters) {
		return new LibraryUpload(new MockMultipartFile("File", name, null, new byte[1]), null, null, override,
				parameters);
	}

}
