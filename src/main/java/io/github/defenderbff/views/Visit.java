package io.github.defenderbff.views;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

import io.github.defenderbff.signin.Caller;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * One request for a view.
 *
 * @param caller who asks
 * @param variables what the path names
 * @param anew whether Defender is to be asked although answers are known
 * @param deadline when the view is answered with what is there
 * @param subject the body of the subject; null until it is needed
 */
record Visit(Caller caller, Map<String, String> variables, boolean anew, Instant deadline, @Nullable JsonNode subject) {

	Visit {
		variables = Map.copyOf(variables);
	}

	Visit about(JsonNode body) {
		return new Visit(this.caller, this.variables, this.anew, this.deadline, body);
	}

	/** All that a part's call may be filled in with; empty if something is missing. */
	Optional<Map<String, String>> known(Read read) {
		var need = read.need();
		if (need == null) {
			return Optional.of(this.variables);
		}
		return valueAt(need.pointer()).map((value) -> {
			var known = new TreeMap<>(this.variables);
			known.put(need.pointer(), value);
			return known;
		});
	}

	private Optional<String> valueAt(String pointer) {
		return Optional.ofNullable(this.subject)
			.map((body) -> body.at(pointer))
			.flatMap(JsonNode::asStringOpt)
			.filter((value) -> !value.isBlank());
	}

}
