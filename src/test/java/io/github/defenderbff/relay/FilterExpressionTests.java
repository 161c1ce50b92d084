package io.github.defenderbff.relay;

import java.util.List;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

/** What a filter may speak of. */
@NullMarked
class FilterExpressionTests {

	private static final List<String> PROPERTIES = List.of("status", "lastSeen", "machineTags", "id", "cvssV3");

	@ParameterizedTest
	@ValueSource(strings = { "status eq 'New'", "Status eq 'New' and id ne null", "not (status eq 'it''s (so)')",
			"lastSeen gt 2026-11-01T08:00:00.5Z", "lastSeen ge 2026-11-01T08:00:00+01:00", "cvssV3 gt -1.5e3",
			"startswith(status,'mymachine-') eq true", "contains(tolower(status), 'a')",
			"machineTags/any(tag: tag eq 'ring')", "machineTags/any(t : t eq 'a')",
			"machineTags/any(tag: startswith(tag, 'a') or tag eq 'b')", "status in ('New','InProgress')",
			"id eq 5382f7ea-7557-4ab7-9782-d50480024a4e", "id eq a382f7ea-7557-4ab7-9782-d50480024a4e" })
	void usesTheOperationsOwnProperties(String expression) {
		assertThatCode(() -> FilterExpression.check(expression, PROPERTIES)).doesNotThrowAnyException();
	}

	@ParameterizedTest
	@CsvSource(delimiter = '|', quoteCharacter = '"', textBlock = """
			secret eq 'x'                        | secret
			status eq 'New' or owner eq 'kim'    | owner
			contains(owner,'kim')                | owner
			owner/any(o: o eq 'kim')             | owner
			machineTags/any(t: u eq 'ring')      | property u
			status eq New                        | New
			owner: owner eq 1 and id eq 1        | property owner
			machineTags/any(o: o eq 'a') and o eq 'b' | property o
			evil(status)                         | evil
			machineTags/most(t: t eq 'ring')     | most
			status eq 'New                       | quote that is not closed
			(status eq 'New'                     | not closed
			status eq 'New')                     | not open
			status eq \"New\"                    | belongs into quotes
			'status' eq 'New'                    | names no property
			status eq 'New' & id eq 1            | position 17
			""")
	void refusesWhatCannotBeReadAndSaysWhere(String expression, String why) {
		assertThatExceptionOfType(InvalidParameter.class)
			.isThrownBy(() -> FilterExpression.check(expression, PROPERTIES))
			.satisfies((refused) -> assertThat(refused.getBody().getDetail()).startsWith("$filter ").contains(why));
	}

	@Property
	void endsOnAnyTextAndOnlyWithARefusal(@ForAll String text) {
		try {
			FilterExpression.check(text, PROPERTIES);
		}
		catch (InvalidParameter _) {
			// what it is for
		}
	}

}
