package io.github.defenderbff.views;

import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static io.github.defenderbff.views.Read.part;

/**
 * What is open, and how the organisation stands. It costs six calls at most; lists are
 * cut so that their answers are kept, and their summaries say so.
 */
@RestController
final class Dashboard extends Screen {

	private static final String UNFINISHED = "status ne 'Succeeded' and status ne 'Failed' and status ne 'TimeOut'"
			+ " and status ne 'Cancelled'";

	Dashboard(Views views) {
		super(views,
				View.of(part("alerts", "alerts.list").filter("status ne 'Resolved'")
					.top(250)
					.summed(Counts.by("severity", "status")))
					.and(part("exposure", "scores.exposure"))
					.and(part("configuration", "scores.configuration"))
					.and(part("devices", "machines.list").top(500)
						.summed(Counts.by("healthStatus", "riskScore", "exposureLevel")))
					.and(part("exposed_machines", "machines.list").filter("exposureLevel eq 'High'")
						.top(100)
						.summed(Riskiest.of(10)))
					.and(part("actions", "machineActions.list").filter(UNFINISHED).top(100)));
	}

	@GetMapping("/api/views/dashboard")
	@Operation(operationId = "views.dashboard", summary = "What is open, and how the organisation stands",
			description = "**alerts** counts at most 250 that are not resolved, **devices** at most 500 and "
					+ "**exposed_machines** ranks at most 100; `complete` says whether these were all. "
					+ "**actions** are at most 100 that have not ended.")
	ResponseEntity<Page> dashboard(@RequestParam(required = false) @Nullable List<String> parts) {
		return show(Map.of(), parts);
	}

}
