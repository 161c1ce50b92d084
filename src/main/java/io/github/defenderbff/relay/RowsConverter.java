package io.github.defenderbff.relay;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.dataformat.csv.CsvMapper;
import tools.jackson.dataformat.csv.CsvSchema;

import org.springframework.http.HttpInputMessage;
import org.springframework.http.HttpOutputMessage;
import org.springframework.http.MediaType;
import org.springframework.http.converter.AbstractHttpMessageConverter;
import org.springframework.util.StreamUtils;

/**
 * Writes the rows of a table while they come: as a line of JSON each, or as CSV (RFC
 * 4180) with a head and with nested values as JSON. A table is JSON with {@code Results},
 * and {@code Schema} before that.
 */
final class RowsConverter extends AbstractHttpMessageConverter<Payload<?>> {

	static final MediaType CSV = new MediaType("text", "csv");

	/** What it writes. */
	static final List<MediaType> TYPES = List.of(MediaType.APPLICATION_NDJSON, CSV);

	private static final byte[] LINE = { '\n' };

	private final JsonMapper json;

	private final CsvMapper csv = new CsvMapper();

	RowsConverter(JsonMapper json) {
		super(StandardCharsets.UTF_8, TYPES.toArray(MediaType[]::new));
		this.json = JsonText.exact(json);
	}

	@Override
	protected boolean supports(Class<?> type) {
		return type == Payload.class;
	}

	@Override
	public boolean canRead(Class<?> type, @Nullable MediaType mediaType) {
		return false;
	}

	@Override
	protected Payload<?> readInternal(Class<? extends Payload<?>> type, HttpInputMessage message) {
		throw new IllegalStateException("Payloads are not read");
	}

	@Override
	protected void writeInternal(Payload<?> payload, HttpOutputMessage message) throws IOException {
		var out = StreamUtils.nonClosing(message.getBody());
		try (payload; var table = new Table(this.json.createParser(payload.body()))) {
			if (CSV.isCompatibleWith(message.getHeaders().getContentType())) {
				writeCsv(table, out);
			}
			else {
				for (var row = table.next(); row != null; row = table.next()) {
					out.write(this.json.writeValueAsBytes(row));
					out.write(LINE);
				}
			}
		}
		catch (JacksonException _) {
			throw JsonText.incomplete();
		}
	}

	private void writeCsv(Table table, OutputStream out) throws IOException {
		var row = table.next();
		var columns = table.columns(row);
		if (columns.isEmpty()) {
			return;
		}
		var schema = CsvSchema.builder()
			.addColumns(columns, CsvSchema.ColumnType.STRING)
			.setLineSeparator("\r\n")
			.build();
		try (var lines = this.csv.writer(schema).writeValues(out)) {
			lines.write(columns);
			for (; row != null; row = table.next()) {
				lines.write(values(row, columns));
			}
		}
	}

	private static List<String> values(JsonNode row, List<String> columns) {
		return columns.stream().map((column) -> text(row.path(column))).toList();
	}

	private static String text(JsonNode value) {
		return value.isContainer() ? value.toString() : value.asString("");
	}

}
