package io.github.defenderbff.views;

import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

import io.github.defenderbff.relay.OperationCall;
import org.jspecify.annotations.Nullable;

/**
 * A part that is an answer of Defender's.
 *
 * @param name what it is called in the view
 * @param operation the operation that is called
 * @param path for each of its path variables what its value is called
 * @param query its query parameters; values in braces are filled in as text of OData
 * @param need what must be known of the subject; null for nothing
 * @param summary what is told of the answer; null for all of it, as it is
 */
record Read(String name, String operation, Map<String, String> path, Map<String, String> query, @Nullable Need need,
		@Nullable Summary summary) implements Wanted {

	Read {
		path = Map.copyOf(path);
		query = Map.copyOf(query);
	}

	static Read part(String name, String operation) {
		return new Read(name, operation, Map.of(), Map.of(), null, null);
	}

	/** The path variable has the value that the view's variable of the same name has. */
	Read at(String variable) {
		return at(variable, variable);
	}

	/** The path variable has the value of a variable of the view. */
	Read at(String variable, String ofView) {
		return new Read(this.name, this.operation, with(this.path, variable, ofView), this.query, this.need,
				this.summary);
	}

	/** The path variable has a value of the subject's; without it the part is skipped. */
	Read at(String variable, Need ofSubject) {
		return at(variable, ofSubject.pointer()).given(ofSubject);
	}

	/** Without this value of the subject's the part is skipped. */
	Read given(Need ofSubject) {
		return new Read(this.name, this.operation, this.path, this.query, ofSubject, this.summary);
	}

	Read filter(String expression) {
		return query("$filter", expression);
	}

	/** At most so many rows. */
	Read top(int rows) {
		return query("$top", Integer.toString(rows));
	}

	private Read query(String parameter, String value) {
		return new Read(this.name, this.operation, this.path, with(this.query, parameter, value), this.need,
				this.summary);
	}

	Read summed(Summary how) {
		return new Read(this.name, this.operation, this.path, this.query, this.need, how);
	}

	/** Whether Defender may have more rows than these. */
	boolean isCutAt(int rows) {
		var top = this.query.get("$top");
		return top != null && rows >= Integer.parseInt(top);
	}

	@Override
	public boolean needsSubject() {
		return this.need != null;
	}

	/** The call, with all values that are known by their names. */
	OperationCall call(Map<String, String> known) {
		var call = OperationCall.of(this.operation);
		for (var variable : this.path.entrySet()) {
			call = call.at(variable.getKey(), Objects.requireNonNull(known.get(variable.getValue())));
		}
		for (var parameter : this.query.entrySet()) {
			call = call.with(parameter.getKey(), filled(parameter.getValue(), known));
		}
		return call;
	}

	/** Quotes in text of OData are doubled (OData 4.01 ABNF, SQUOTE-in-string). */
	private static String filled(String text, Map<String, String> known) {
		var filled = text;
		for (var value : known.entrySet()) {
			filled = filled.replace("{" + value.getKey() + "}", value.getValue().replace("'", "''"));
		}
		return filled;
	}

	private static Map<String, String> with(Map<String, String> before, String name, String value) {
		var after = new TreeMap<>(before);
		after.put(name, value);
		return after;
	}

	/**
	 * A value of the subject's.
	 *
	 * @param pointer where it is in the subject's body (RFC 6901)
	 * @param otherwise why a part that needs it is skipped where it is not there, as a
	 * sentence
	 */
	record Need(String pointer, String otherwise) {

	}

}
