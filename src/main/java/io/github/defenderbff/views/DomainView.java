package io.github.defenderbff.views;

import java.util.List;
import java.util.Map;

import io.github.defenderbff.defender.request.HostName;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static io.github.defenderbff.views.Read.part;

/** A domain: how often it was met, and by which devices. */
@RestController
final class DomainView extends Screen {

	DomainView(Views views) {
		super(views,
				View.about(part("stats", "domains.stats").at("domain", "name"))
					.and(part("alerts", "domains.alerts").at("domain", "name"))
					.and(part("machines", "domains.machines").at("domain", "name")));
	}

	@GetMapping("/api/views/domains/{name}")
	@Operation(operationId = "views.domain", summary = "A domain and all around it")
	ResponseEntity<Page> domain(@PathVariable @HostName String name,
			@RequestParam(required = false) @Nullable List<String> parts) {
		return show(Map.of("name", name), parts);
	}

}
