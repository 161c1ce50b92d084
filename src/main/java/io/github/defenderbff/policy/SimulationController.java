package io.github.defenderbff.policy;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RestController;

/**
 * Tells administrators what somebody could do who had other rights; it changes nothing.
 */
@RestController
@Tag(name = "Policy", description = "For those who manage roles.")
class SimulationController {

	private static final String PATH = "/api/policy/simulate";

	private static final String OPERATION = "policy.simulate";

	private final Administrators administrators;

	private final PersonalRule rule;

	private final CurrentRoleBook roleBook;

	private final Requirements requirements;

	private final Clock clock;

	SimulationController(Administrators administrators, PersonalRule rule, CurrentRoleBook roleBook,
			Requirements requirements, Clock clock) {
		this.administrators = administrators;
		this.rule = rule;
		this.roleBook = roleBook;
		this.requirements = requirements;
		this.clock = clock;
	}

	@GetMapping(PATH)
	@Operation(operationId = "policy.choices", summary = "What a simulation may name",
			description = "For people whose roles grant **Manage portal system settings**: scopes, and the roles and "
					+ "device groups of the role book in force.")
	ResponseEntity<SimulationChoices> choices() {
		this.administrators.require("policy.choices");
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(SimulationChoices.of(this.roleBook.get()));
	}

	@PostMapping(PATH)
	@Operation(operationId = OPERATION, summary = "What somebody with other rights could do",
			description = "For people whose roles grant **Manage portal system settings**. Nothing is changed, and "
					+ "Defender is not asked.")
	ResponseEntity<Simulation> simulate(@RequestBody @Valid Hypothesis hypothesis) {
		this.administrators.require(OPERATION);
		var book = this.roleBook.get();
		hypothesis.check(book, this.requirements);
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(simulate(hypothesis, hypothesis.in(book)));
	}

	private Simulation simulate(Hypothesis hypothesis, RoleBook book) {
		var now = this.clock.instant();
		var evidence = hypothesis.evidence(now);
		var deviceGroup = hypothesis.deviceGroup(book);
		var device = deviceGroup
			.<DeviceEvidence>map((group) -> new DeviceEvidence.Shown("a device of this group", group.name(), now));
		var results = this.requirements.all()
			.stream()
			.filter(hypothesis::asksAbout)
			.map((requirement) -> PermissionResult.of(requirement,
					this.rule.decide(book, evidence, requirement, about(requirement, device)), device.isPresent()))
			.toList();
		return new Simulation(book.rolesOf(evidence), book.privilegesOf(evidence),
				deviceGroup.map(DeviceGroup::name).orElse(null), results);
	}

	private static Targets about(Requirement requirement, Optional<DeviceEvidence> device) {
		return requirement.namesDevices() ? new Targets("", () -> device.stream().toList()) : Targets.NONE;
	}

	/**
	 * What they could do.
	 *
	 * @param roles the roles they would have
	 * @param privileges what those grant
	 * @param deviceGroup the group of the device that is meant; null for none in
	 * particular
	 * @param results one entry for each operation that was asked about
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Simulation(List<String> roles, List<Privilege> privileges, @Nullable String deviceGroup,
			List<PermissionResult> results) {

	}

}
