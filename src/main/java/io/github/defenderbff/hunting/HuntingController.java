package io.github.defenderbff.hunting;

import java.util.List;

import io.github.defenderbff.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells what the operator made ready for hunting. */
@RestController
@Tag(name = "Advanced hunting")
class HuntingController {

	private final HuntingProperties properties;

	private final HuntingRules rules;

	HuntingController(HuntingProperties properties, HuntingRules rules) {
		this.properties = properties;
		this.rules = rules;
	}

	@GetMapping("/api/hunting/queries")
	@Operation(operationId = "hunting.queries", summary = "The saved queries, and whether I may write my own",
			description = "Who may not is answered only if `Query` is a saved one, word for word; blanks at its ends do "
					+ "not count.")
	ResponseEntity<Queries> queries() {
		var saved = this.properties.saved()
			.entrySet()
			.stream()
			.map((entry) -> new Query(entry.getKey(), entry.getValue().title(), entry.getValue().query()))
			.toList();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(new Queries(saved, this.rules.isFree(Caller.current())));
	}

	/**
	 * What one may hunt with.
	 *
	 * @param queries the saved queries, ordered by id
	 * @param ownQueries whether the caller may run others
	 */
	@Schema(name = "HuntingQueries")
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Queries(List<Query> queries, boolean ownQueries) {

	}

	/**
	 * A query that the operator saved.
	 *
	 * @param id what the operator calls it
	 * @param title what it finds
	 * @param query its text, to be sent as {@code Query}
	 */
	@Schema(name = "HuntingQuery")
	record Query(String id, String title, String query) {

	}

}
