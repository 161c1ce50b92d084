package io.github.defenderbff.relay;

import java.util.List;
import java.util.stream.Stream;

import io.github.defenderbff.policy.Administrators;
import io.github.defenderbff.relay.CacheStatus.Result;
import io.github.defenderbff.responsecache.Occupancy;
import io.github.defenderbff.responsecache.ResponseCache;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Tells administrators of what use the response cache is. */
@RestController
@Tag(name = "Quota", description = "For those who manage roles.")
class CacheController {

	private static final String OPERATION = "cache.get";

	private final Administrators administrators;

	private final ResponseCache cache;

	private final CacheResults results;

	CacheController(Administrators administrators, ResponseCache cache, CacheResults results) {
		this.administrators = administrators;
		this.cache = cache;
		this.results = results;
	}

	@GetMapping("/api/cache")
	@Operation(operationId = OPERATION, summary = "Of what use the response cache is",
			description = "For people whose roles grant **Manage portal system settings**. Holds for the instance that "
					+ "answers, since its start; other replicas have figures of their own.")
	ResponseEntity<CacheInUse> cache() {
		this.administrators.require(OPERATION);
		var answers = Stream.of(Result.values())
			.map((result) -> new Answers(result, this.results.count(result)))
			.toList();
		return ResponseEntity.ok()
			.cacheControl(CacheControl.noStore())
			.body(CacheInUse.of(this.cache.occupancy(), answers));
	}

	/**
	 * The figures of one instance.
	 *
	 * @param entries how many answers are kept
	 * @param bytes about how much memory they take
	 * @param maximumBytes how much they may take
	 * @param evicted how many were dropped: too many, or of no more use
	 * @param answers how many answers to reads there were, by where they came from
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record CacheInUse(long entries, @Schema(example = "1048576") long bytes,
			@Schema(example = "268435456") long maximumBytes, long evicted, List<Answers> answers) {

		private static CacheInUse of(Occupancy occupancy, List<Answers> answers) {
			return new CacheInUse(occupancy.entries(), occupancy.bytes(), occupancy.maximumBytes(), occupancy.evicted(),
					answers);
		}

	}

	/**
	 * How many answers came from one place.
	 *
	 * @param result where they came from
	 * @param count how many there were
	 */
	@Schema(name = "CacheAnswers")
	record Answers(Result result, long count) {

	}

}
