package io.github.sandbox.defender;

import java.util.List;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Stream;

/**
 * A table that a query runs over, or what is left of it after some steps; rows are made
 * anew whenever they are asked for.
 *
 * @param columns the columns
 * @param rows makes the rows, with a property for each column
 */
record HuntingTable(List<Column> columns, Supplier<Stream<Entity>> rows) {

	HuntingTable {
		columns = List.copyOf(columns);
	}

	HuntingTable where(Predicate<Entity> condition) {
		return new HuntingTable(this.columns, () -> this.rows.get().filter(condition));
	}

	HuntingTable project(List<String> names) {
		List<Column> kept = names.stream().map(this::column).toList();
		return new HuntingTable(kept, () -> this.rows.get().map((row) -> {
			Entity.Builder narrowed = Entity.builder();
			kept.forEach((column) -> narrowed.with(column.name(), row.get(column.name())));
			return narrowed.build();
		}));
	}

	HuntingTable take(long count) {
		return new HuntingTable(this.columns, () -> this.rows.get().limit(count));
	}

	HuntingTable count() {
		return new HuntingTable(List.of(new Column("Count", "Int64")),
				() -> Stream.of(Entity.builder().with("Count", this.rows.get().count()).build()));
	}

	/** The column of this name, whose case counts. */
	Column column(String name) {
		return this.columns.stream()
			.filter((column) -> column.name().equals(name))
			.findFirst()
			.orElseThrow(() -> Refusal.badRequest("BadRequest", "'%s' is not a column.".formatted(name)));
	}

	/**
	 * A column of a table.
	 *
	 * @param name the name
	 * @param type the type of its values
	 */
	record Column(String name, String type) {

		Entity shown() {
			return Entity.builder().with("Name", this.name).with("Type", this.type).build();
		}

		Entity shownByGraph() {
			return Entity.builder().with("name", this.name).with("type", this.type).build();
		}

	}

}
