package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.Grant;
import io.github.defenderbff.signin.Groups;
import io.github.defenderbff.signin.Person;
import io.github.defenderbff.signin.Scope;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;
import org.springframework.util.function.SingletonSupplier;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** Tells a person who they are here and what they may do, before they try. */
@RestController
@Tag(name = "Me", description = "Who I am and what I may do, with the reasons.")
class MeController {

	private final Policy policy;

	private final RoleBook roleBook;

	private final Requirements requirements;

	private final Devices devices;

	MeController(Policy policy, RoleBook roleBook, Requirements requirements, Devices devices) {
		this.policy = policy;
		this.roleBook = roleBook;
		this.requirements = requirements;
		this.devices = devices;
	}

	@GetMapping("/api/me")
	@Operation(operationId = "me.get", summary = "Who I am, and what is known of my rights")
	ResponseEntity<Me> me() {
		var caller = Caller.current();
		return answer(new Me(caller.person(), this.roleBook.rolesOf(caller), Part.of(caller.groups()),
				caller.directoryRoles().stream().sorted().toList(), Part.of(caller.grant()), caller.evidenceFrom()));
	}

	@GetMapping("/api/me/permissions")
	@Operation(operationId = "me.permissions", summary = "What I may do, operation by operation",
			description = "Without a machine the answer holds for machines that are exposed to me.")
	ResponseEntity<Permissions> permissions(
			@Parameter(description = "The machine to act on; its id or full DNS name") @RequestParam(
					required = false) @Pattern(regexp = DeviceReference.MACHINE,
							message = DeviceReference.MACHINE_RULE) @Nullable String machine) {
		var caller = Caller.current();
		Supplier<List<DeviceEvidence>> evidence = (machine == null) ? List::of
				: SingletonSupplier.of(() -> this.devices.evidence(List.of(new DeviceReference.Machine(machine))));
		var results = this.requirements.all().stream().map((requirement) -> {
			var onMachine = requirement.exposure() == Requires.Exposure.MACHINE;
			var decision = this.policy.decide(caller, requirement, onMachine ? evidence : List::of);
			return new Result(requirement.operation(), decision.answer(), requirement.namesDevices(),
					decision.reasons());
		}).toList();
		return answer(new Permissions(machine, results));
	}

	private static <T> ResponseEntity<T> answer(T body) {
		return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(body);
	}

	/**
	 * The signed-in person.
	 *
	 * @param person who it is
	 * @param roles the Defender roles the role book gives them
	 * @param groups their Entra groups
	 * @param directoryRoles template ids of their Entra directory roles
	 * @param grant the delegated permissions in force
	 * @param asOf when the identity provider stated all of this
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Me(Person person, List<String> roles, Part groups, List<String> directoryRoles, Part grant, Instant asOf) {

	}

	/**
	 * A part of what is known of a person.
	 *
	 * @param state known or unknown; unknown never means none
	 * @param values the values, where known
	 * @param why why it is not known
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Part(String state, @Nullable List<String> values, @Nullable String why) {

		static Part of(Groups groups) {
			return switch (groups) {
				case Groups.Known(var ids) -> new Part("known", ids.stream().sorted().toList(), null);
				case Groups.Unknown(var why) -> new Part("unknown", null, why);
			};
		}

		static Part of(Grant grant) {
			return switch (grant) {
				case Grant.Known(var scopes) ->
					new Part("known", scopes.stream().map(Scope::value).sorted().toList(), null);
				case Grant.Unknown() ->
					new Part("unknown", null, "the identity provider did not state the consented scopes");
			};
		}

	}

	/**
	 * What a person may do.
	 *
	 * @param machine the machine it holds for; null when it holds in general
	 * @param results one entry for each operation
	 */
	@JsonInclude(JsonInclude.Include.NON_NULL)
	record Permissions(@Nullable String machine, List<Result> results) {

	}

	/**
	 * Whether one operation is permitted.
	 *
	 * @param operation its id
	 * @param decision the answer
	 * @param perDevice whether the device matters, so that the answer may differ for
	 * another
	 * @param reasons why not, or what is not known
	 */
	@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
	record Result(String operation, Decision.Answer decision, boolean perDevice, List<Reason> reasons) {

	}

}
