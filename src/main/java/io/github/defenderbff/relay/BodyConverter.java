package io.github.defenderbff.relay;

import java.io.IOException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
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

	private final ObjectReader reader;

	private final BodyRules rules;

	private final int maximumSize;

	BodyConverter(JsonMapper json, BodyRules rules, int maximumSize) {
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
		this.rules = rules;
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
		return new Body<>(bytes, parse(type.getGeneric(0).toClass(), bytes));
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
			var content = this.reader.forType(type).<Object>readValue(tree);
			this.rules.check(content, items(tree));
			return content;
		}
		catch (JacksonException ex) {
			var at = ex.getLocation();
			throw new Malformed((at == null) ? "The body is not the JSON object this operation takes."
					: "The body is not the JSON object this operation takes: see line %d, column %d."
						.formatted(at.getLineNr(), at.getColumnNr()));
		}
	}

	/** How many items all lists have together. */
	private static long items(JsonNode tree) {
		return (tree.isArray() ? tree.size() : 0) + tree.valueStream().mapToLong(BodyConverter::items).sum();
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

}
