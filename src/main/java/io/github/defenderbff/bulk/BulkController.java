package io.github.defenderbff.bulk;

import java.net.URI;

import io.github.defenderbff.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Takes orders for many devices, and tells how far they are. */
@RestController
@Tag(name = "Bulk", description = "The same done to many devices, each with its own decision and outcome.")
class BulkController {

	private static final String RUNS = "/api/bulk/runs/";

	private static final String ID = "[0-9A-Za-z_-]{22}";

	private static final String ID_RULE = "must be the id of a run";

	private final RunDesk desk;

	private final DryRun dryRun;

	private final RunEvents events;

	BulkController(RunDesk desk, DryRun dryRun, RunEvents events) {
		this.desk = desk;
		this.dryRun = dryRun;
		this.events = events;
	}

	@PostMapping("/api/bulk/machines/{operation}")
	@Operation(operationId = "bulk.run", summary = "Do the same to up to 100 devices",
			description = "Answers at once with a run, which goes on while the session lives. The same request with the "
					+ "same key never does anything twice: it answers with the same run, and continues one that ended "
					+ "early. With `dryRun` it answers what would be met, and does nothing.")
	@ApiResponse(responseCode = "202", description = "The run",
			content = @Content(schema = @Schema(implementation = RunView.class)))
	@ApiResponse(responseCode = "200", description = "What would be met, with `dryRun`",
			content = @Content(schema = @Schema(implementation = Preview.class)))
	ResponseEntity<Object> run(
			@Parameter(description = "What is to be done, under Defender's name", example = "isolate",
					schema = @Schema(allowableValues = { "isolate", "unisolate", "restrictCodeExecution",
							"unrestrictCodeExecution", "runAntiVirusScan", "collectInvestigationPackage",
							"tag" })) @PathVariable String operation,
			@Parameter(description = "Whether only to look") @RequestParam(defaultValue = "false") boolean dryRun,
			@Parameter(description = "Names the order; a new UUID. Not needed with `dryRun`",
					example = "8e03978e-40d5-43dd-bc93-6894a57f9324") @RequestHeader(name = IdempotencyKey.HEADER,
							required = false) @Nullable String idempotencyKey,
			@RequestBody @Valid BulkRequest body) {
		var order = Order.of(BulkOperation.named(operation), body);
		if (dryRun) {
			return ResponseEntity.ok()
				.cacheControl(CacheControl.noStore())
				.body(this.dryRun.of(Caller.current(), order));
		}
		var run = this.desk.take(Caller.current(), order, IdempotencyKey.of(idempotencyKey));
		return ResponseEntity.status(HttpStatus.ACCEPTED)
			.location(URI.create(RUNS + run.id()))
			.cacheControl(CacheControl.noStore())
			.body(run);
	}

	@GetMapping(RUNS + "{id}")
	@Operation(operationId = "bulk.get", summary = "How far a run is",
			description = "For whom it belongs to, in any of their sessions, for 24 hours.")
	ResponseEntity<RunView> run(
			@PathVariable @Pattern(regexp = ID, message = ID_RULE) @Parameter(description = "The run's id") String id) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(this.desk.view(Caller.current(), id));
	}

	@GetMapping(path = RUNS + "{id}/events", produces = MediaType.TEXT_EVENT_STREAM_VALUE)
	@Operation(operationId = "bulk.events", summary = "How far a run is, until it ends",
			description = "The event `run` has the whole run, `machine` a device that is further, `end` the whole run "
					+ "when nobody works on it any more. Close the stream then.")
	@ApiResponse(responseCode = "200", description = "Events",
			content = @Content(mediaType = MediaType.TEXT_EVENT_STREAM_VALUE, schema = @Schema(type = "string")))
	void events(
			@PathVariable @Pattern(regexp = ID, message = ID_RULE) @Parameter(description = "The run's id") String id,
			HttpServletResponse response) {
		this.events.send(Caller.current(), id, response);
	}

}
