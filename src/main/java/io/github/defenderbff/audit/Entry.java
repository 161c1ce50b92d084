package io.github.defenderbff.audit;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

import io.github.defenderbff.problem.Correlation;
import io.github.defenderbff.signin.Subject;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Something that happened, as it is written: once, with fields named as in the Elastic
 * Common Schema.
 *
 * @param at when
 * @param action what
 * @param fields the rest by their names, dots included: texts, numbers, lists and maps
 */
record Entry(Instant at, Action action, Map<String, Object> fields) {

	private static final String USER = "user.id";

	Entry {
		fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
	}

	static Entry of(Action action, Instant at) {
		return new Entry(at, action, Map.of());
	}

	/** With one more field; the same where there is nothing to say. */
	Entry with(String name, @Nullable Object value) {
		if (value == null) {
			return this;
		}
		var more = new LinkedHashMap<>(this.fields);
		more.put(name, value);
		return new Entry(this.at, this.action, more);
	}

	/** By somebody. */
	Entry by(Subject subject) {
		return with(USER, subject.id()).with("organization.id", subject.tenantId())
			.with("defender.caller", subject.kind().word());
	}

	/** Whether it is not known who caused it, so that anybody can. */
	boolean isAnybodys() {
		return !this.fields.containsKey(USER);
	}

	/** All fields; what the action says already comes last. */
	Map<String, Object> all() {
		var all = new LinkedHashMap<>(this.fields);
		all.put("event.action", this.action.word());
		all.put("event.kind", "event");
		all.put("event.category", this.action.categories());
		all.put("event.type", this.action.types());
		return all;
	}

	/**
	 * One JSON object as the log writes it for machines, without what is the log's own.
	 */
	String json(JsonMapper mapper) {
		var document = mapper.createObjectNode();
		document.put("@timestamp", this.at.toString());
		document.put("message", this.action.word());
		all().forEach((name, value) -> {
			var dot = name.lastIndexOf('.');
			document.withObject("/" + name.substring(0, dot).replace('.', '/'))
				.set(name.substring(dot + 1), mapper.valueToTree(value));
		});
		document.withObject("/trace").put("id", Correlation.id());
		document.withObject("/ecs").put("version", "8.11");
		return mapper.writeValueAsString(document);
	}

}
