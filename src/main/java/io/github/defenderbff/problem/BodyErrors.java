package io.github.defenderbff.problem;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.DatabindException;
import tools.jackson.databind.exc.UnrecognizedPropertyException;

import org.springframework.validation.BindingResult;
import org.springframework.validation.FieldError;
import org.springframework.validation.ObjectError;

/**
 * Says where a body of this service's own operations is wrong: a JSON pointer as a URI
 * fragment (RFC 6901 section 6), with the names as the body spells them.
 */
final class BodyErrors {

	private BodyErrors() {
	}

	/** What breaks the rules that the body's type declares. */
	static InvalidBody of(BindingResult result) {
		return new InvalidBody(result.getAllErrors()
			.stream()
			.map(BodyErrors::wrong)
			.sorted(Comparator.comparing(InvalidBody.Wrong::pointer).thenComparing(InvalidBody.Wrong::detail))
			.toList());
	}

	private static InvalidBody.Wrong wrong(ObjectError error) {
		var message = error.getDefaultMessage();
		var pointer = (error instanceof FieldError field) ? pointer(field.getField()) : "#";
		return new InvalidBody.Wrong(pointer, (message != null) ? message : "is invalid");
	}

	/** Turns {@code checks[3].deviceGroup} into {@code #/checks/3/device_group}. */
	private static String pointer(String path) {
		return Arrays.stream(path.split("[.\\[\\]]+"))
			.map((name) -> "/" + name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT))
			.collect(Collectors.joining("", "#", ""));
	}

	/**
	 * What cannot be read into the body's type: a name or a type that it does not have.
	 */
	static InvalidBody of(DatabindException exception) {
		var pointer = exception.getPath()
			.stream()
			.map((step) -> "/" + ((step.getPropertyName() != null) ? step.getPropertyName() : step.getIndex()))
			.collect(Collectors.joining("", "#", ""));
		return new InvalidBody(List.of(new InvalidBody.Wrong(pointer, detail(exception))));
	}

	private static String detail(JacksonException exception) {
		return (exception instanceof UnrecognizedPropertyException unknown)
				? "is unknown; there may be "
						+ unknown.getKnownPropertyIds().stream().map(Object::toString).sorted().toList()
				: "is not of the type that is documented";
	}

}
