package io.github.defenderbff;

import java.util.List;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.github.defenderbff.Client.Answer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

import static org.assertj.core.api.Assertions.assertThat;

/**
 * What the OpenAPI document says of answers.
 *
 * @param document the whole document
 */
record DocumentedAnswers(JsonNode document) {

	private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);

	/** What the document has against an answer of that operation. */
	List<Error> faults(String operation, Answer answer) {
		var response = resolved(operation(operation).path("responses").path(Integer.toString(answer.status())));
		var type = answer.header("Content-Type").replaceFirst(";.*", "");
		var schema = response.path("content").path(type).path("schema");
		assertThat(schema.isObject()).as("%s answers %d as %s: %s", operation, answer.status(), type, answer.body())
			.isTrue();
		return faults(schema, answer.body());
	}

	/** What the document has against JSON that should be of that schema. */
	List<Error> faultsAs(String schema, String json) {
		var reference = JsonMapper.shared().createObjectNode().put("$ref", "#/components/schemas/" + schema);
		return faults(reference, json);
	}

	/** What a schema of the document has against JSON. */
	List<Error> faults(JsonNode schema, String json) {
		var all = (ObjectNode) schema.deepCopy();
		all.set("components", this.document.get("components"));
		return SCHEMAS.getSchema(all).validate(json, InputFormat.JSON);
	}

	private JsonNode operation(String id) {
		return this.document.get("paths")
			.valueStream()
			.flatMap(JsonNode::valueStream)
			.filter((operation) -> id.equals(operation.path("operationId").asString()))
			.findFirst()
			.orElseThrow();
	}

	private JsonNode resolved(JsonNode node) {
		return node.has("$ref") ? this.document.at(node.get("$ref").asString().substring(1)) : node;
	}

}
