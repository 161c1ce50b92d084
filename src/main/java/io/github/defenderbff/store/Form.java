package io.github.defenderbff.store;

import java.util.function.Function;

import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.json.JsonMapper;

/**
 * The form in which records of a kind are written down. It is apart from the record, so
 * that this can change while those of the version before can still be read. Properties
 * that are not known are passed over: a newer version may have written them.
 *
 * @param <T> the kind
 * @param <D> the document as it stands in JSON
 * @param type the document's type
 * @param write makes a document of a record
 * @param read makes a record of a document
 */
public record Form<T, D>(Class<D> type, Function<T, D> write, Function<D, T> read) {

	private static final JsonMapper JSON = JsonMapper.builder()
		.propertyNamingStrategy(PropertyNamingStrategies.SNAKE_CASE)
		.disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
		.build();

	/** The JSON of a record. */
	public byte[] bytes(T value) {
		return JSON.writeValueAsBytes(this.write.apply(value));
	}

	/** The record; fails with any exception where the bytes are of no such document. */
	public T value(byte[] bytes) {
		return this.read.apply(JSON.readValue(bytes, this.type));
	}

}
