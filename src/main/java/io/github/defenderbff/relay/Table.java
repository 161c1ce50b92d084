package io.github.defenderbff.relay;

import java.util.ArrayList;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.JsonNode;

/** The rows of a hunting answer, read one by one. Source: run-advanced-query-api.md. */
final class Table implements AutoCloseable {

	private static final String SCHEMA = "Schema";

	private static final String RESULTS = "Results";

	private final JsonParser parser;

	private final List<String> schema = new ArrayList<>();

	private boolean inRows;

	private boolean hasRows;

	Table(JsonParser parser) {
		this.parser = parser;
	}

	/** The next row; null after the last one. */
	@Nullable JsonNode next() {
		if (!this.inRows && !findRows()) {
			return null;
		}
		return switch (this.parser.nextToken()) {
			case START_OBJECT -> this.parser.readValueAsTree();
			case END_ARRAY -> {
				this.inRows = false;
				yield null;
			}
			case null, default -> throw JsonText.incomplete();
		};
	}

	private boolean findRows() {
		for (var token = this.parser.nextToken(); token != null; token = this.parser.nextToken()) {
			if (token == JsonToken.PROPERTY_NAME) {
				var name = this.parser.currentName();
				var value = this.parser.nextToken();
				if (RESULTS.equals(name) && value == JsonToken.START_ARRAY) {
					this.inRows = true;
					this.hasRows = true;
					return true;
				}
				if (SCHEMA.equals(name) && value == JsonToken.START_ARRAY) {
					JsonNode columns = this.parser.readValueAsTree();
					columns.forEach((column) -> this.schema.add(column.path("Name").asString("")));
				}
				else {
					this.parser.skipChildren();
				}
			}
		}
		if (!this.hasRows) {
			throw JsonText.incomplete();
		}
		return false;
	}

	/** The names of the columns; of an answer that does not tell them, those of a row. */
	List<String> columns(@Nullable JsonNode row) {
		return (this.schema.isEmpty() && row != null) ? List.copyOf(row.propertyNames()) : List.copyOf(this.schema);
	}

	@Override
	public void close() {
		this.parser.close();
	}

}
