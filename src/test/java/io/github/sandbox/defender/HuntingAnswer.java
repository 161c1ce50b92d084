package io.github.sandbox.defender;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;

import io.github.sandbox.entra.GraphHunting;

/**
 * What a query found, as JSON; the rows are made once to measure them and once to send
 * them.
 *
 * @param table the columns and rows
 * @param start everything before the first row
 */
record HuntingAnswer(HuntingTable table, String start) implements StreamedBody, GraphHunting.Found {

	/** The most bytes an answer has. */
	static final long MAX_BYTES = 50_000_000;

	private static final String END = "]}";

	static HuntingAnswer of(HuntingTable table) {
		long rows = 0;
		long bytes = 0;
		for (Iterator<Entity> found = table.rows().get().iterator(); found.hasNext(); rows++) {
			bytes += bytes(found.next()).length + 1;
			if (bytes > MAX_BYTES) {
				throw tooLarge();
			}
		}
		HuntingAnswer answer = new HuntingAnswer(table, start(table, rows, bytes));
		if (answer.start().length() + bytes + END.length() - Math.min(1, rows) > MAX_BYTES) {
			throw tooLarge();
		}
		return answer;
	}

	/** The same as Microsoft Graph says it. */
	HuntingAnswer asGraph() {
		Entity context = Entity.builder()
			.with("@odata.context",
					"https://graph.microsoft.com/v1.0/$metadata#microsoft.graph.security.huntingQueryResults")
			.build();
		String columns = Json.write(this.table.columns().stream().map(HuntingTable.Column::shownByGraph).toList());
		String before = Json.write(context);
		return new HuntingAnswer(this.table,
				"%s,\"schema\":%s,\"results\":[".formatted(before.substring(0, before.length() - 1), columns));
	}

	@Override
	public void writeTo(OutputStream out) throws IOException {
		out.write(this.start.getBytes(StandardCharsets.UTF_8));
		for (Iterator<Entity> found = this.table.rows().get().iterator(); found.hasNext();) {
			out.write(bytes(found.next()));
			if (found.hasNext()) {
				out.write(',');
			}
		}
		out.write(END.getBytes(StandardCharsets.UTF_8));
	}

	private static String start(HuntingTable table, long rows, long bytes) {
		Entity stats = Entity.builder().with("rowCount", rows).with("rowBytes", bytes).build();
		return "{\"Stats\":%s,\"Schema\":%s,\"Results\":[".formatted(Json.write(stats),
				Json.write(table.columns().stream().map(HuntingTable.Column::shown).toList()));
	}

	private static byte[] bytes(Entity row) {
		return Json.bytes(row);
	}

	private static Refusal tooLarge() {
		return Refusal.badRequest("BadRequest", "The answer has more than 50 MB; narrow the query.");
	}

}
