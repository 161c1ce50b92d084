package io.github.defenderbff.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;

import io.github.defenderbff.policy.Decision.Deny;
import io.github.defenderbff.policy.Decision.Permit;
import io.github.defenderbff.policy.Decision.Unproven;
import io.github.defenderbff.policy.PolicyProperties.WhenUnproven;
import io.github.defenderbff.policy.Reason.ApplicationOnly;
import io.github.defenderbff.policy.Reason.DeviceNotExposed;
import io.github.defenderbff.policy.Reason.NotKnown;
import io.github.defenderbff.policy.Reason.PrivilegeMissing;
import io.github.defenderbff.policy.Reason.ScopeNotConsented;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.signin.Caller;
import io.github.defenderbff.signin.Grant;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/** The rule: grant, privileges and exposure must all allow it. */
@Component
public final class Policy {

	private final RoleBook roleBook;

	private final WhenUnproven whenUnproven;

	Policy(RoleBook roleBook, PolicyProperties properties) {
		this.roleBook = roleBook;
		this.whenUnproven = properties.unproven();
	}

	/**
	 * Decides, and gives every reason that is known.
	 * @param devices evidence for the devices the call names; asked for only when nothing
	 * else speaks against the call, since it may cost a call to Defender
	 */
	public Decision decide(Caller caller, Requirement requirement, Supplier<List<DeviceEvidence>> devices) {
		if (requirement.anyScope().isEmpty()) {
			return new Deny(List.of(new ApplicationOnly(requirement.anyApplicationRole().stream().sorted().toList())));
		}
		var findings = new Findings();
		checkGrant(caller, requirement, findings);
		checkPrivileges(caller, requirement, findings);
		if (findings.denials == null) {
			devices.get().forEach((device) -> checkExposure(caller, device, findings));
		}
		return findings.decision();
	}

	/**
	 * Refuses a call that is denied, and a state change that is not proven unless the
	 * operator leaves those to Defender. A read that is not proven goes on: Defender
	 * decides.
	 * @throws Refused with the decision's reasons
	 */
	public void enforce(Decision decision, Requirement requirement) {
		switch (decision) {
			case Permit _ -> {
			}
			case Deny deny -> throw Refused.denied(requirement.operation(), deny);
			case Unproven unproven -> {
				if (requirement.stateChange() && this.whenUnproven == WhenUnproven.DENY) {
					throw Refused.unproven(requirement.operation(), unproven);
				}
			}
		}
	}

	private static void checkGrant(Caller caller, Requirement requirement, Findings findings) {
		if (caller.grant() instanceof Grant.Unknown) {
			findings.unknown(new NotKnown("grant", "the identity provider did not state the consented scopes"));
			return;
		}
		for (var scope : requirement.anyScope()) {
			if (caller.grant().covers(scope)) {
				return;
			}
		}
		findings.denial(ScopeNotConsented.of(requirement.anyScope()));
	}

	private void checkPrivileges(Caller caller, Requirement requirement, Findings findings) {
		var anyOf = requirement.anyPrivilege();
		if (anyOf.isEmpty()) {
			return;
		}
		var answer = this.roleBook.grants(caller, anyOf);
		switch (answer.kind()) {
			case YES -> {
			}
			case NO -> findings.denial(new PrivilegeMissing(anyOf, this.roleBook.rolesGranting(anyOf),
					requirement.inferred().contains(Part.PRIVILEGE)));
			case UNKNOWN -> findings.unknown(new NotKnown("privileges", answer.why()));
		}
	}

	private void checkExposure(Caller caller, DeviceEvidence device, Findings findings) {
		switch (device) {
			case DeviceEvidence.Hidden(var id, var asOf) -> findings.denial(new DeviceNotExposed(id, null, asOf));
			case DeviceEvidence.Unknown(var _, var why) -> findings.unknown(new NotKnown("exposure", why));
			case DeviceEvidence.Shown shown -> checkGroup(caller, shown, findings);
		}
	}

	private void checkGroup(Caller caller, DeviceEvidence.Shown shown, Findings findings) {
		var group = Objects.requireNonNullElse(shown.group(), RoleBook.UNGROUPED);
		var answer = this.roleBook.exposes(caller, group);
		switch (answer.kind()) {
			case YES -> {
			}
			case NO -> findings.denial(new DeviceNotExposed(shown.id(), group, shown.asOf()));
			case UNKNOWN -> findings.unknown(new NotKnown("exposure", answer.why()));
		}
	}

	/** What was found so far; nothing is allocated for a permit. */
	private static final class Findings {

		private @Nullable List<Reason> denials;

		private @Nullable List<Reason> unknowns;

		void denial(Reason reason) {
			if (this.denials == null) {
				this.denials = new ArrayList<>(2);
			}
			this.denials.add(reason);
		}

		void unknown(Reason reason) {
			if (this.unknowns == null) {
				this.unknowns = new ArrayList<>(2);
			}
			this.unknowns.add(reason);
		}

		Decision decision() {
			if (this.denials != null) {
				return new Deny(this.denials);
			}
			return (this.unknowns != null) ? new Unproven(this.unknowns) : Permit.INSTANCE;
		}

	}

}
