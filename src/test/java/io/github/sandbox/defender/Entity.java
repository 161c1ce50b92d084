package io.github.sandbox.defender;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonValue;
import org.jspecify.annotations.Nullable;

/** A JSON object of the API: an immutable, ordered set of properties. */
record Entity(@JsonValue Map<String, @Nullable Object> properties) {

	Entity {
		properties = Collections.unmodifiableMap(new LinkedHashMap<>(properties));
	}

	static Builder builder() {
		return new Builder();
	}

	@Nullable Object get(String name) {
		return this.properties.get(name);
	}

	String text(String name) {
		return String.valueOf(get(name));
	}

	Entity with(String name, @Nullable Object value) {
		Map<String, @Nullable Object> changed = new LinkedHashMap<>(this.properties);
		changed.put(name, value);
		return new Entity(changed);
	}

	/** Collects the properties of an object in order. */
	static final class Builder {

		private final Map<String, @Nullable Object> properties = new LinkedHashMap<>();

		Builder with(String name, @Nullable Object value) {
			this.properties.put(name, value);
			return this;
		}

		Builder with(Entity other) {
			this.properties.putAll(other.properties());
			return this;
		}

		Entity build() {
			return new Entity(this.properties);
		}

	}

}
