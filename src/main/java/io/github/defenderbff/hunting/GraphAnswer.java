package io.github.defenderbff.hunting;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.Map;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.databind.json.JsonMapper;

/**
 * The table that Microsoft Graph answers, as Defender would answer it, made while it is
 * read: other names for the parts and for what a column is told by, and no annotations of
 * OData. What is not known passes as it is. A few kilobytes are held, however large it
 * is.
 */
final class GraphAnswer extends InputStream {

	private static final Map<String, String> PARTS = Map.of("schema", "Schema", "results", "Results", "stats", "Stats");

	private static final Map<String, String> COLUMN = Map.of("name", "Name", "type", "Type");

	private static final String ANNOTATION = "@odata.";

	/** How deep the names of the parts are. */
	private static final int ANSWER = 1;

	/** How deep the names of a column, or of a row, are: in a list of the answer. */
	private static final int ITEM = 3;

	private final InputStream source;

	private final JsonParser parser;

	private final JsonGenerator generator;

	private final Piece piece = new Piece();

	private int depth;

	private boolean begun;

	private boolean inSchema;

	private boolean complete;

	GraphAnswer(InputStream source, JsonMapper json) {
		this.source = source;
		this.parser = json.createParser(source);
		this.generator = json.createGenerator(this.piece);
	}

	@Override
	public int read() throws IOException {
		var one = new byte[1];
		return (read(one, 0, 1) < 0) ? -1 : one[0] & 0xFF;
	}

	@Override
	public int read(byte[] bytes, int offset, int length) throws IOException {
		try {
			while (this.piece.isUsedUp() && !this.complete) {
				copy(this.parser.nextToken());
			}
		}
		catch (JacksonException ex) {
			throw new NotATable(ex);
		}
		return this.piece.take(bytes, offset, length);
	}

	private void copy(@Nullable JsonToken token) {
		if (this.depth == 0 && token != (this.begun ? null : JsonToken.START_OBJECT)) {
			throw new NotATable(null);
		}
		switch (token) {
			case null -> {
				this.complete = true;
				this.generator.close();
			}
			case PROPERTY_NAME -> name(this.parser.currentName());
			case START_OBJECT, START_ARRAY -> structure(1);
			case END_OBJECT, END_ARRAY -> structure(-1);
			default -> this.generator.copyCurrentEventExact(this.parser);
		}
	}

	private void structure(int deeper) {
		this.begun = true;
		this.depth += deeper;
		this.generator.copyCurrentEvent(this.parser);
	}

	private void name(String name) {
		if ((this.depth == ANSWER || this.depth == ITEM) && name.contains(ANNOTATION)) {
			this.parser.nextToken();
			this.parser.skipChildren();
			return;
		}
		if (this.depth == ANSWER) {
			this.inSchema = "schema".equals(name);
		}
		this.generator.writeName(switch (this.depth) {
			case ANSWER -> PARTS.getOrDefault(name, name);
			case ITEM -> this.inSchema ? COLUMN.getOrDefault(name, name) : name;
			default -> name;
		});
	}

	@Override
	public void close() throws IOException {
		this.source.close();
	}

	/** What was made and not yet read. */
	private static final class Piece extends ByteArrayOutputStream {

		private int taken;

		boolean isUsedUp() {
			return this.taken == this.count;
		}

		int take(byte[] bytes, int offset, int length) {
			if (isUsedUp()) {
				return (length == 0) ? 0 : -1;
			}
			var size = Math.min(length, this.count - this.taken);
			System.arraycopy(this.buf, this.taken, bytes, offset, size);
			this.taken += size;
			if (isUsedUp()) {
				this.taken = 0;
				reset();
			}
			return size;
		}

	}

	/** The answer is not the JSON it should be, or not all of it came. */
	private static final class NotATable extends Failure {

		NotATable(@Nullable Throwable cause) {
			super(ProblemType.UPSTREAM_ANSWER_INVALID, "Microsoft Graph's answer is not the JSON it should be.", cause);
			header("Proxy-Status", "defender-bff; error=http_protocol_error");
		}

	}

}
