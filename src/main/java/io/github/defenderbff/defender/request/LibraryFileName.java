package io.github.defenderbff.defender.request;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.defenderbff.defender.entity.Examples;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Constraint;
import jakarta.validation.ConstraintValidator;
import jakarta.validation.ConstraintValidatorContext;
import jakarta.validation.Payload;
import org.jspecify.annotations.Nullable;

import org.springframework.web.multipart.MultipartFile;

/**
 * The name of a file of the live response library, on its own or as what an uploaded file
 * is called. Source: upload-library.md.
 */
@Documented
@Target({ ElementType.FIELD, ElementType.PARAMETER, ElementType.TYPE_USE })
@Retention(RetentionPolicy.RUNTIME)
@Constraint(validatedBy = { LibraryFileName.OfText.class, LibraryFileName.OfFile.class })
@Parameter(description = "The file's name", example = Examples.LIBRARY_FILE,
		schema = @Schema(type = "string", pattern = LibraryFileName.REGEXP))
public @interface LibraryFileName {

	/** The form; a name that begins with a dot could be a path. */
	String REGEXP = "[A-Za-z0-9_-][A-Za-z0-9._-]{0,254}";

	/** What a wrong value is told. */
	String message() default "must be a file name of at most 255 letters, digits, hyphens, underscores and dots, "
			+ "not beginning with a dot";

	/** Not used here. */
	Class<?>[] groups() default {};

	/** Not used here. */
	Class<? extends Payload>[] payload() default {};

	/** Checks a name. */
	final class OfText implements ConstraintValidator<LibraryFileName, String> {

		@Override
		public boolean isValid(@Nullable String name, ConstraintValidatorContext context) {
			return name == null || name.matches(REGEXP);
		}

	}

	/** Checks what a file is called. */
	final class OfFile implements ConstraintValidator<LibraryFileName, MultipartFile> {

		@Override
		public boolean isValid(@Nullable MultipartFile file, ConstraintValidatorContext context) {
			if (file == null) {
				return true;
			}
			var name = file.getOriginalFilename();
			return name != null && name.matches(REGEXP);
		}

	}

}
