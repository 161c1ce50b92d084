package io.github.defenderbff.relay;

import java.io.IOException;
import java.lang.reflect.RecordComponent;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.Validator;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectReader;
import tools.jackson.databind.cfg.CoercionAction;
import tools.jackson.databind.cfg.CoercionInputShape;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.type.LogicalType;

import org.springframework.core.ResolvableType;
import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractSmartHttpMessageConverter;

/** Reads a JSON body as what the operation documents, checks it, and keeps its bytes. */
final class BodyConverter extends AbstractSmartHttpMessageConverter<Body<?>> {

	private static final Comparator<Map<String, String>> ERROR_ORDER = Comparator
		.comparing((error) -> error.getOrDefault("pointer", ""));

	private final ObjectReader reader;

	private final Validator validator;

	private final int maximumSize;

	BodyConverter(JsonMapper json, Validator validator, int maximumSize) {
		super(MediaType.APPLICATION_JSON);
		this.reader = json.rebuild()
			.withCoercionConfig(LogicalType.Textual,
					(text) -> text.setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
						.setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
			.build()
			.reader()
			.without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
			.with(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
			.with(StreamReadFeature.STRICT_DUPLICATE_DETECTION);
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
		var content = parse(type.getGeneric(0).toClass(), bytes);
		var violations = this.validator.validate(content);
		if (!violations.isEmpty()) {
			throw new Invalid(violations.stream().map(BodyConverter::error).sorted(ERROR_ORDER).toList());
		}
		return new Body<>(bytes, content);
	}

	private Object parse(Class<?> type, byte[] bytes) {
		try {
			var tree = this.reader.readTree(bytes);
			if (!tree.isObject()) {
				throw new Malformed("The body must be a JSON object.");
			}
			if (hasTwins(tree)) {
				throw new Malformed("The body must not have property names that differ in case only.");
			}
			return this.reader.forType(type).readValue(tree);
		}
		catch (JacksonException ex) {
			var at = ex.getLocation();
			throw new Malformed((at == null) ? "The body is not the JSON object this operation takes."
					: "The body is not the JSON object this operation takes: see line %d, column %d."
						.formatted(at.getLineNr(), at.getColumnNr()));
		}
	}

	/**
	 * Whether two names of an object are alike but for case, at any depth. The bytes go
	 * to Defender as they are, and it must not find another value than the one that was
	 * checked here.
	 */
	private static boolean hasTwins(JsonNode tree) {
		var names = new HashSet<String>();
		return tree.propertyNames().stream().anyMatch((name) -> !names.add(name.toLowerCase(Locale.ROOT)))
				|| tree.valueStream().anyMatch(BodyConverter::hasTwins);
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
				new RecordComponent[0])) {
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

	/** The body is not JSON, or not the kind of JSON this operation takes. */
	private static final class Malformed extends Failure {

		Malformed(String detail) {
			super(ProblemType.MALFORMED_REQUEST, detail);
		}

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
					String.join("; ", errors.stream().map((error) -> error.get("detail")).toList()));
			member("errors", errors);
		}

	}

}
