package io.github.defenderbff.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.defenderbff.problem.InvalidBody;
import io.github.defenderbff.signin.Caller;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells callers what they may do, before they try. */
@RestController
@Tag(name = "Me", description = "Who I am and what I may do, with the reasons.")
class PermissionsController {

	private final Policy policy;

	private final Requirements requirements;

	private final Devices devices;

	private final EntityTags tags;

	PermissionsController(Policy policy, Requirements requirements, Devices devices, EntityTags tags) {
		this.policy = policy;
		this.requirements = requirements;
		this.devices = devices;
		this.tags = tags;
	}

	@GetMapping("/api/me/permissions")
	@Operation(operationId = "me.permissions", summary = "What I may do, operation by operation",
			description = "Without a machine the answer holds for machines that are exposed to me.")
	ResponseEntity<Permissions> permissions(
			@Parameter(description = "The machine to act on; its id or full DNS name") @RequestParam(
					required = false) @Pattern(regexp = DeviceReference.MACHINE,
							message = DeviceReference.MACHINE_RULE) @Nullable String machine) {
		var caller = Caller.current();
		var evidence = new MachineEvidence(this.devices, Optional.ofNullable(machine).stream().toList());
		var results = this.requirements.all()
			.stream()
			.map((requirement) -> PermissionResult.of(this.policy, caller, requirement, evidence, machine)
				.withoutMachine())
			.toList();
		return this.tags.tagged(new Permissions(machine, results));
	}

	@PostMapping("/api/me/permissions/check")
	@Operation(operationId = "me.check", summary = "What I may do, for a grid of operations and machines",
			description = "Up to 500 pairs, answered in their order. However many machines are named, they are looked "
					+ "up together.")
	ResponseEntity<Results> check(@RequestBody @Valid Checks body) {
		var caller = Caller.current();
		var wanted = requirements(body.checks());
		var evidence = new MachineEvidence(this.devices,
				body.checks().stream().map(Check::machine).filter(Objects::nonNull).toList());
		var results = new ArrayList<PermissionResult>(wanted.size());
		for (var index = 0; index < wanted.size(); index++) {
			var requirement = wanted.get(index);
			var machine = body.checks().get(index).machine();
			results.add(PermissionResult.of(this.policy, caller, requirement, evidence, machine));
		}
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(new Results(results));
	}

	/**
	 * The requirement of each pair.
	 * @throws InvalidBody if a pair names no operation
	 */
	private List<Requirement> requirements(List<Check> checks) {
		var found = checks.stream().map((check) -> this.requirements.of(check.operation())).toList();
		var wrong = new ArrayList<InvalidBody.Wrong>();
		for (var index = 0; index < found.size(); index++) {
			if (found.get(index).isEmpty()) {
				wrong.add(new InvalidBody.Wrong("#/checks/" + index + "/operation",
						"must be an operation's id, as in /v3/api-docs"));
			}
		}
		InvalidBody.throwUnlessEmpty(wrong);
		return found.stream().flatMap(Optional::stream).toList();
	}

	/**
	 * What a caller may do.
	 *
	 * @param machine the machine it holds for; null when it holds in general
	 * @param results one entry for each operation
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Permissions(@Nullable String machine, List<PermissionResult> results) {

	}

	/**
	 * A grid of questions.
	 *
	 * @param checks at most 500
	 */
	record Checks(@NotNull(message = "is missing") @Size(min = 1, max = 500,
			message = "must have between 1 and 500 items") List<@NotNull(
					message = "must not be null") @Valid Check> checks) {

	}

	/**
	 * One question.
	 *
	 * @param operation the operation's id
	 * @param machine the machine to act on, by its id or full DNS name; null asks in
	 * general
	 */
	@Schema(example = "{\"operation\": \"machines.isolate\", \"machine\": \"e6ced8caafea49f1e79dee46ea642fb29568b4e1\"}")
	record Check(@NotNull(message = "is missing") String operation, @Nullable @Pattern(regexp = DeviceReference.MACHINE,
			message = DeviceReference.MACHINE_RULE) String machine) {

	}

	/**
	 * The answers, in the order of the questions.
	 *
	 * @param results one for each
	 */
	record Results(List<PermissionResult> results) {

	}

}
