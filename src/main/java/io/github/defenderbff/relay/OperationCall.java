package io.github.defenderbff.relay;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;

/**
 * A call that another module wants made.
 *
 * @param operation the operation's id, such as {@code machines.isolate}
 * @param path the path variables by their names, checked by whoever took them in
 * @param query the query parameters by their names
 * @param body what it carries; null for nothing
 * @param anew whether Defender is to be asked although an answer is known (RFC 9111
 * section 5.2.1)
 * @param deadline when it must be answered; null for the usual time
 */
public record OperationCall(String operation, Map<String, String> path, Map<String, String> query,
		@Nullable Body<?> body, boolean anew, @Nullable Instant deadline) {

	public OperationCall {
		path = Map.copyOf(path);
		query = Map.copyOf(query);
	}

	/** A call of an operation without parameters. */
	public static OperationCall of(String operation) {
		return new OperationCall(operation, Map.of(), Map.of(), null, false, null);
	}

	/** The same, with a path variable. */
	public OperationCall at(String name, String value) {
		return new OperationCall(this.operation, with(this.path, name, value), this.query, this.body, this.anew,
				this.deadline);
	}

	/** The same, with a query parameter. */
	public OperationCall with(String name, String value) {
		return new OperationCall(this.operation, this.path, with(this.query, name, value), this.body, this.anew,
				this.deadline);
	}

	/** The same, with a body. */
	public OperationCall carrying(Body<?> content) {
		return new OperationCall(this.operation, this.path, this.query, content, this.anew, this.deadline);
	}

	/** The same, asked for anew or not. */
	public OperationCall anew(boolean whether) {
		return new OperationCall(this.operation, this.path, this.query, this.body, whether, this.deadline);
	}

	/** The same, answered by then or not at all. */
	public OperationCall by(Instant time) {
		return new OperationCall(this.operation, this.path, this.query, this.body, this.anew, time);
	}

	private static Map<String, String> with(Map<String, String> before, String name, String value) {
		var after = new TreeMap<>(before);
		after.put(name, value);
		return after;
	}

}
