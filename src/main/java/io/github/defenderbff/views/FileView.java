package io.github.defenderbff.views;

import java.util.List;
import java.util.Map;

import io.github.defenderbff.defender.request.Sha1;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static io.github.defenderbff.views.Read.part;

/** A file: what is known of it, and where it was met. */
@RestController
final class FileView extends Screen {

	FileView(Views views) {
		super(views,
				View.about(part("file", "files.get").at("id", "sha1"))
					.and(part("stats", "files.stats").at("id", "sha1"))
					.and(part("alerts", "files.alerts").at("id", "sha1"))
					.and(part("machines", "files.machines").at("id", "sha1")));
	}

	@GetMapping("/api/views/files/{sha1}")
	@Operation(operationId = "views.file", summary = "A file and all around it")
	ResponseEntity<Page> file(@PathVariable @Sha1 String sha1,
			@RequestParam(required = false) @Nullable List<String> parts) {
		return show(Map.of("sha1", sha1), parts);
	}

}
