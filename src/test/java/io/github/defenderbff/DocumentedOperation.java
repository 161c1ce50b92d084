package io.github.defenderbff;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.networknt.schema.Error;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * An operation of Defender's as the OpenAPI document describes it to frontends, and the
 * request that its examples make.
 *
 * @param document the whole document
 * @param path the path template
 * @param method the HTTP method
 * @param operation what the document says of it
 */
record DocumentedOperation(JsonNode document, String path, String method, JsonNode operation) {

	private static final String FORM = """
			--part\r
			Content-Disposition: form-data; name="File"; filename="new.ps1"\r
			\r
			Get-Process\r
			--part\r
			Content-Disposition: form-data; name="Description"\r
			\r
			Lists processes\r
			--part--\r
			""";

	/** Every operation that is relayed to Defender. */
	static Stream<DocumentedOperation> in(JsonNode document) {
		return document.get("paths")
			.propertyStream()
			.flatMap((path) -> path.getValue()
				.propertyStream()
				.map((method) -> new DocumentedOperation(document, path.getKey(),
						method.getKey().toUpperCase(Locale.ROOT), method.getValue())))
			.filter((operation) -> operation.operation.has("x-required-scopes"));
	}

	String id() {
		return this.operation.get("operationId").asString();
	}

	Set<String> scopes() {
		return texts("x-required-scopes");
	}

	Set<String> privileges() {
		return texts("x-user-privileges");
	}

	Set<String> applicationRoles() {
		return texts("x-application-roles");
	}

	private Set<String> texts(String extension) {
		return this.operation.get(extension).valueStream().map(JsonNode::asString).collect(Collectors.toSet());
	}

	/** The path with the examples of its variables and of its mandatory parameters. */
	String address() {
		var address = this.path;
		var query = new StringBuilder();
		for (var parameter : this.operation.path("parameters").values()) {
			var name = parameter.get("name").asString();
			var example = parameter.path("example").asString("");
			if ("path".equals(parameter.get("in").asString())) {
				address = address.replace("{" + name + "}", encoded(example));
			}
			else if (parameter.path("required").asBoolean(false)) {
				query.append(query.isEmpty() ? '?' : '&').append(name).append('=').append(encoded(example));
			}
		}
		return address + query;
	}

	private static String encoded(String value) {
		return URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
	}

	/** The example of the JSON body; null where there is none. */
	@Nullable String body() {
		var schema = this.operation.at("/requestBody/content/application~1json/schema");
		return schema.isMissingNode() ? null : resolved(schema).get("example").toString();
	}

	private boolean takesAFile() {
		return this.operation.at("/requestBody/content").has("multipart/form-data");
	}

	/** Calls it as its examples have it. */
	Client.Answer call(Client client) {
		if (takesAFile()) {
			return client.send(this.method, address(), FORM, "X-XSRF-TOKEN", client.csrfToken(), "Content-Type",
					"multipart/form-data; boundary=part");
		}
		return client.send(this.method, address(), body(), "X-XSRF-TOKEN", client.csrfToken());
	}

	/** The same without a session. */
	Client.Answer call(Daemon daemon) {
		return takesAFile()
				? daemon.send(this.method, address(), FORM, "Content-Type", "multipart/form-data; boundary=part")
				: daemon.send(this.method, address(), body());
	}

	/** The machine that the example of the path names; empty where it names none. */
	Optional<String> machine() {
		return Optional.of(this.path)
			.filter((template) -> template.startsWith("/api/machines/{"))
			.map((_) -> address().substring("/api/machines/".length()).replaceFirst("[/?].*", ""));
	}

	/** Whether it does more than read. */
	boolean changesSomething() {
		return this.operation.get("x-state-change").asBoolean();
	}

	/** The status of success; there is one. */
	int success() {
		return this.operation.get("responses")
			.propertyStream()
			.map(Map.Entry::getKey)
			.filter((status) -> status.startsWith("2"))
			.mapToInt(Integer::parseInt)
			.sum();
	}

	/** What the document's schema has against the answer. */
	List<Error> faults(String answer) {
		var schema = this.operation.path("responses")
			.path(Integer.toString(success()))
			.at("/content/application~1json/schema");
		return schema.isMissingNode() ? List.of() : new DocumentedAnswers(this.document).faults(schema, answer);
	}

	private JsonNode resolved(JsonNode schema) {
		return schema.has("$ref") ? this.document.at(schema.get("$ref").asString().substring(1)) : schema;
	}

	@Override
	public String toString() {
		return id();
	}

}
