package io.github.defenderbff.views;

import java.util.List;
import java.util.Map;

import io.github.defenderbff.defender.request.AccountName;
import io.swagger.v3.oas.annotations.Operation;
import org.jspecify.annotations.Nullable;

import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import static io.github.defenderbff.views.Read.part;

/** An account: where it logged on, and which alerts involve it. */
@RestController
final class UserView extends Screen {

	UserView(Views views) {
		super(views, View.of(part("machines", "users.machines").at("id")).and(part("alerts", "users.alerts").at("id")));
	}

	@GetMapping("/api/views/users/{id}")
	@Operation(operationId = "views.user", summary = "An account and all around it",
			description = "Defender has no record of accounts, so nothing here is the subject: the view fails only if every part does.")
	ResponseEntity<Page> user(@PathVariable @AccountName String id,
			@RequestParam(required = false) @Nullable List<String> parts) {
		return show(Map.of("id", id), parts);
	}

}
