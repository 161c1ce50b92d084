package io.github.defenderbff.views;

import java.util.List;
import java.util.Map;

import io.github.defenderbff.defender.request.MachineId;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static io.github.defenderbff.views.Read.part;

/** A device: what is known of it, what happened on it, what one may do with it. */
@RestController
final class MachineView extends Screen {

	MachineView(Views views) {
		super(views,
				View.about(part("machine", "machines.get").at("id"))
					.and(part("alerts", "machines.alerts").at("id"))
					.and(part("people", "machines.logonUsers").at("id"))
					.and(part("software", "machines.software").at("id"))
					.and(part("vulnerabilities", "machines.vulnerabilities").at("id"))
					.and(part("recommendations", "machines.recommendations").at("id"))
					.and(part("actions", "machineActions.list").filter("machineId eq '{id}'").top(100))
					.and(new MachineRights("permissions", "id")));
	}

	@GetMapping("/api/views/machines/{id}")
	@Operation(operationId = "views.machine", summary = "A device and all around it",
			description = "**actions** are 100 at most. **permissions** are as `/api/me/permissions` has them, for "
					+ "operations on one machine.")
	ResponseEntity<Page> machine(@PathVariable @MachineId String id,
			@RequestParam(required = false) @Nullable List<String> parts) {
		return show(Map.of("id", id), parts);
	}

}
