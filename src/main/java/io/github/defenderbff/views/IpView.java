package io.github.defenderbff.views;

import java.util.List;
import java.util.Map;

import io.github.defenderbff.defender.request.Address;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static io.github.defenderbff.views.Read.part;

/** An address: how often it was met, and by which devices. */
@RestController
final class IpView extends Screen {

	IpView(Views views) {
		super(views,
				View.about(part("stats", "ips.stats").at("ip"))
					.and(part("alerts", "ips.alerts").at("ip"))
					.and(part("machines", "machines.list").filter("lastIpAddress eq '{ip}'").top(100)));
	}

	@GetMapping("/api/views/ips/{ip}")
	@Operation(operationId = "views.ip", summary = "An IP address and all around it",
			description = "**machines** are devices whose last internal address it is.")
	ResponseEntity<Page> ip(@PathVariable @Address String ip,
			@RequestParam(required = false) @Nullable List<String> parts) {
		return show(Map.of("ip", ip), parts);
	}

}
