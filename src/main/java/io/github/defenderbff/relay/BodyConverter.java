package io.github.defenderbff.relay;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.json.JsonMapper;

import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;
import org.springframework.http.converter.HttpMessageNotReadableException;

/** Reads a JSON body as what the operation documents, checks it, and keeps its bytes. */
final class BodyConverter extends AbstractSmartHttpMessageConverter<Body<?>> {

	private final ObjectReader reader;

	private final Validator validator;

	private final int maximumSize;

	BodyConverter(JsonMapper json, Validator validator, int maximumSize) {
		super(MediaType.APPLICATION_JSON);
		this.reader = json.reader()
			.without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
		this.validator = validator;
		this.maximumSize = maximumSize;
	}

	@Override
	public boolean canRead(ResolvableType type, @Nullable MediaType mediaType) {
		return type.toClass() == Body.class && canRead(mediaType);
	}

	@Override
	public boolean canWrite(ResolvableType targetType, Class<?> valueClass, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	public Body<?> read(ResolvableType type, HttpInputMessage message, @Nullable Map<String, Object> hints)
			throws IOException {
		var bytes = message.getBody().readNBytes(this.maximumSize + 1);
		if (bytes.length > this.maximumSize) {
			throw new TooLarge(this.maximumSize);
		}
		var content = parse(type.getGeneric(0).toClass(), bytes, message);
		var violations = this.validator.validate(content);
		if (!violations.isEmpty()) {
			throw new Invalid(violations.stream().map(BodyConverter::error).sorted(ERROR_ORDER).toList());
		}
		return new Body<>(bytes, content);
	}

	private static final java.util.Comparator<Map<String, String>> ERROR_ORDER = java.util.Comparator
		.comparing((error) -> error.getOrDefault("pointer", ""));

	private Object parse(Class<?> type, byte[] bytes, HttpInputMessage message) {
		try {
			var content = this.reader.forType(type).readValue(bytes);
			if (content == null) {
				throw new HttpMessageNotReadableException("The body must be a JSON object.", message);
			}
			return content;
		}
		catch (JacksonException ex) {
			throw new HttpMessageNotReadableException("The body is not the JSON object this operation takes.", ex,
					message);
		}
	}

	private static Map<String, String> error(ConstraintViolation<Object> violation) {
		var error = new LinkedHashMap<String, String>();
		error.put("pointer", "#/" + jsonName(violation));
		error.put("detail", violation.getMessage());
		return error;
	}

	/**
	 * The property as the body spells it, which may differ from the record's component.
	 */
	private static String jsonName(ConstraintViolation<Object> violation) {
		var path = violation.getPropertyPath().toString();
		for (var component : Objects.requireNonNullElse(violation.getRootBeanClass().getRecordComponents(),
				new java.lang.reflect.RecordComponent[0])) {
			var name = component.getAccessor().getAnnotation(JsonProperty.class);
			if (component.getName().equals(path) && name != null) {
				return name.value();
			}
		}
		return path;
	}

	@Override
	protected void writeInternal(Body<?> body, ResolvableType type, HttpOutputMessage message,
			@Nullable Map<String, Object> hints) {
		throw new IllegalStateException("Request bodies are not written");
	}

	/** The body has more bytes than any operation needs. */
	private static final class TooLarge extends Failure {

		TooLarge(int maximum) {
			super(ProblemType.BODY_TOO_LARGE, "The body must not be larger than " + maximum + " bytes.");
		}

	}

	/** The body is JSON, but properties are missing or wrong. */
	private static final class Invalid extends Failure {

		Invalid(List<Map<String, String>> errors) {
			super(ProblemType.INVALID_BODY,
					String.join(" ", errors.stream().map((error) -> error.get("detail")).toList()));
			member("errors", errors);
		}

	}

}
