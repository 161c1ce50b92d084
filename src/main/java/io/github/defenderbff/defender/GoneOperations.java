package io.github.defenderbff.defender;

import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.problem.ProblemType;
import io.swagger.v3.oas.annotations.Hidden;
import org.jspecify.annotations.Nullable;

import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Operations of Defender's first years that nothing answers today. Old frontends are told
 * what to call instead; the API documentation is for new ones and leaves them out.
 */
@Hidden
@RestController
class GoneOperations {

	@GetMapping("/api/alerts/{id}/actor")
	void actor(@PathVariable String id) {
		throw new Gone("Profiles of actors left the API. The alert has threatFamilyName and threatName.", null, null);
	}

	@GetMapping("/api/actors/{id}")
	void actors(@PathVariable String id) {
		throw new Gone("Profiles of actors left the API. Alerts have threatFamilyName and threatName.", null, null);
	}

	@GetMapping("/api/actors/{id}/alerts")
	void actorAlerts(@PathVariable String id) {
		throw new Gone("Profiles of actors left the API. List the alerts and look for their threatFamilyName.",
				"alerts.list", "/api/alerts");
	}

	@GetMapping("/api/users/{id}")
	void user(@PathVariable String id) {
		throw new Gone("A user's record is reached through an alert, at /api/alerts/{id}/user, or through a device, "
				+ "at /api/machines/{id}/logonusers.", "alerts.user", null);
	}

	@PostMapping("/api/files/{id}/block")
	void block(@PathVariable String id) {
		throw new Gone("Files are blocked by an indicator: POST one of type FileSha1 with the action Block.",
				"indicators.submit", "/api/indicators");
	}

	@PostMapping("/api/files/{id}/unblock")
	void unblock(@PathVariable String id) {
		throw new Gone("Files are blocked by an indicator: delete it at /api/indicators/{id}.", "indicators.delete",
				null);
	}

	@GetMapping("/api/fileactions")
	void fileActions() {
		throw new Gone("What was done to files on devices is among the machine actions.", "machineActions.list",
				"/api/machineactions");
	}

	/** Defender has the operation no longer. */
	private static final class Gone extends Failure {

		Gone(String detail, @Nullable String successor, @Nullable String path) {
			super(ProblemType.OPERATION_RETIRED, detail);
			if (successor != null) {
				member("successor", successor);
			}
			if (path != null) {
				header(HttpHeaders.LINK, "<" + path + ">; rel=\"successor-version\"");
			}
		}

	}

}
