package io.github.sandbox.defender;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Objects by id; readers see one snapshot, writers replace it. */
final class Table {

	private volatile Map<String, Entity> rows = Map.of();

	List<Entity> all() {
		return List.copyOf(this.rows.values());
	}

	Optional<Entity> find(String id) {
		return Optional.ofNullable(this.rows.get(id));
	}

	synchronized void fill(Stream<Entity> entities) {
		this.rows = Map.of();
		add(entities);
	}

	/** Adds many objects at once. */
	synchronized void add(Stream<Entity> entities) {
		Map<String, Entity> changed = new LinkedHashMap<>(this.rows);
		entities.forEach((entity) -> changed.put(entity.text("id"), entity));
		this.rows = Collections.unmodifiableMap(changed);
	}

	synchronized Entity put(Entity entity) {
		add(Stream.of(entity));
		return entity;
	}

	/** Changes the latest version of an object. */
	synchronized Entity change(Entity entity, UnaryOperator<Entity> change) {
		return put(change.apply(find(entity.text("id")).orElse(entity)));
	}

}
