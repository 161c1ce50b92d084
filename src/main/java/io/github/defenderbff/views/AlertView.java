package io.github.defenderbff.views;

import java.util.List;
import java.util.Map;

import io.github.defenderbff.defender.request.AlertId;
import io.github.defenderbff.views.Read.Need;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static io.github.defenderbff.views.Read.part;

/** An alert with its evidence, and whom and what it is about. */
@RestController
final class AlertView extends Screen {

	private static final Need ACCOUNT = new Need("/relatedUser/userName", "The alert names no account.");

	private static final Need INVESTIGATION = new Need("/investigationId",
			"The alert started no automated investigation.");

	AlertView(Views views) {
		super(views,
				View.about(part("alert", "alerts.get").at("id"))
					.and(part("machine", "alerts.machine").at("id"))
					.and(part("person", "alerts.user").at("id").given(ACCOUNT))
					.and(part("files", "alerts.files").at("id"))
					.and(part("domains", "alerts.domains").at("id"))
					.and(part("ips", "alerts.ips").at("id"))
					.and(part("investigation", "investigations.get").at("id", INVESTIGATION)));
	}

	@GetMapping("/api/views/alerts/{id}")
	@Operation(operationId = "views.alert", summary = "An alert and all around it",
			description = "Evidence is in the alert itself. **person** and **investigation** are skipped where "
					+ "the alert names none.")
	ResponseEntity<Page> alert(@PathVariable @AlertId String id,
			@RequestParam(required = false) @Nullable List<String> parts) {
		return show(Map.of("id", id), parts);
	}

}
