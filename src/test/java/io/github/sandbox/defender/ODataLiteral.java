package io.github.sandbox.defender;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.OptionalInt;

import org.jspecify.annotations.Nullable;

/**
 * A constant in a filter, read as the property's own type asks.
 *
 * @param text the constant without its quotes
 * @param quoted whether it had quotes
 */
record ODataLiteral(String text, boolean quoted) {

	static ODataLiteral of(String source) {
		return source.startsWith("'")
				? new ODataLiteral(source.substring(1, source.length() - 1).replace("''", "'"), true)
				: new ODataLiteral(source, false);
	}

	boolean matches(@Nullable Object value) {
		if (!this.quoted && this.text.equals("null")) {
			return value == null;
		}
		return compare(value).orElse(1) == 0;
	}

	/** How the value compares with this constant; empty when it has none. */
	OptionalInt compare(@Nullable Object value) {
		if (value == null) {
			return OptionalInt.empty();
		}
		return OptionalInt.of(switch (value) {
			case Instant instant -> instant.compareTo(instant());
			case Number number -> new BigDecimal(number.toString()).compareTo(number());
			default -> value.toString().compareToIgnoreCase(this.text);
		});
	}

	private Instant instant() {
		try {
			return this.text.contains("T") ? OffsetDateTime.parse(this.text).toInstant()
					: LocalDate.parse(this.text).atStartOfDay(ZoneOffset.UTC).toInstant();
		}
		catch (DateTimeException _) {
			throw Refusal.odata("'%s' is not a date.".formatted(this.text));
		}
	}

	private BigDecimal number() {
		try {
			return new BigDecimal(this.text);
		}
		catch (NumberFormatException _) {
			throw Refusal.odata("'%s' is not a number.".formatted(this.text));
		}
	}

}
