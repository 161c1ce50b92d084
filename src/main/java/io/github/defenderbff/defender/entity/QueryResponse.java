package io.github.defenderbff.defender.entity;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** The table that a hunting query makes. Source: run-advanced-query-api.md. */
public record QueryResponse(@Schema(
		description = "The columns, in their order") @JsonProperty("Schema") @Nullable List<SchemaColumn> schema,
		@Schema(description = "The rows, 100,000 at most: an object each, with a property for every column",
				example = "[{\"FileName\": \"" + Examples.FILE_NAME
						+ "\"}]") @JsonProperty("Results") @Nullable List<Map<String, @Nullable Object>> results,
		@Schema(description = "What the query cost; documented for a younger API only, and open in form") @JsonProperty("Stats") @Nullable Map<String, @Nullable Object> stats) {

	public QueryResponse {
		schema = (schema != null) ? schema.stream().toList() : null;
		results = (results != null) ? results.stream().map(QueryResponse::copy).toList() : null;
		stats = (stats != null) ? copy(stats) : null;
	}

	private static Map<String, @Nullable Object> copy(Map<String, @Nullable Object> row) {
		return Collections.unmodifiableMap(new LinkedHashMap<>(row));
	}

	/** A column of the table. */
	@Schema(name = "QueryResponseColumn")
	public record SchemaColumn(
			@Schema(description = "Name", example = "FileName") @JsonProperty("Name") @Nullable String name,
			@Schema(description = "Type of its values; Kusto's other types occur", allowableValues = {
					"DateTime", "String" }) @JsonProperty("Type") @Nullable String type){

	}

}
