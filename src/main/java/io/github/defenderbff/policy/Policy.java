package io.github.defenderbff.policy;

import java.util.List;
import java.util.Optional;

import io.github.defenderbff.policy.Decision.Deny;
import io.github.defenderbff.policy.Decision.Permit;
import io.github.defenderbff.policy.Decision.Unproven;
import io.github.defenderbff.policy.PolicyProperties.WhenUnproven;
import io.github.defenderbff.policy.Reason.ApplicationRoleMissing;
import io.github.defenderbff.signin.Caller;

import org.springframework.stereotype.Component;

/**
 * The rule. For a person, grant, privileges and exposure must all allow it; for an
 * application, one of its application roles must.
 */
@Component
public final class Policy {

	private final PersonalRule personal;

	private final LearnedRefusals learned;

	private final Drift drift;

	private final Decisions decisions;

	private final WhenUnproven whenUnproven;

	Policy(PersonalRule personal, LearnedRefusals learned, Drift drift, Decisions decisions,
			PolicyProperties properties) {
		this.personal = personal;
		this.learned = learned;
		this.drift = drift;
		this.decisions = decisions;
		this.whenUnproven = properties.unproven();
	}

	/** Decides, and gives every reason that is known. */
	public Decision decide(Caller caller, Requirement requirement, Targets targets) {
		var decision = switch (caller) {
			case Caller.Delegated person -> this.personal.decide(person.evidence(), requirement, targets);
			case Caller.Application application -> decide(application, requirement);
		};
		if (decision instanceof Deny) {
			return decision;
		}
		var refusal = this.learned.find(caller.subject(), requirement.operation(), targets);
		return (refusal != null) ? new Deny(List.of(refusal), decision.reasons()) : decision;
	}

	/** An application has the full level of its roles, and nothing else counts. */
	private static Decision decide(Caller.Application application, Requirement requirement) {
		for (var role : requirement.anyApplicationRole()) {
			if (application.roles().contains(role)) {
				return Permit.INSTANCE;
			}
		}
		return Deny.because(ApplicationRoleMissing.of(requirement, application.roles()));
	}

	/**
	 * Counts what was decided on a call. Refuses one that is denied, and a state change
	 * that is not proven unless the operator leaves those to Defender. A read that is not
	 * proven goes on: Defender decides.
	 * @throws Refused with the decision's reasons
	 */
	public void enforce(Decision decision, Requirement requirement) {
		this.decisions.count(decision);
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

	/**
	 * All that a person may do and see; empty where anything of it is not known, and for
	 * applications.
	 */
	public Optional<EffectivePermissions> effective(Caller caller) {
		return (caller instanceof Caller.Delegated person)
				? Optional.ofNullable(this.personal.effective(person.evidence())) : Optional.empty();
	}

	/**
	 * The names of the roles that a person is known to hold; empty for applications, and
	 * for people of whom too little is known.
	 */
	public List<String> rolesOf(Caller caller) {
		return (caller instanceof Caller.Delegated person) ? this.personal.rolesOf(person.evidence()) : List.of();
	}

	/** To be taken before a decision, and given back with what Defender refused. */
	public long mark() {
		return this.learned.mark();
	}

	/**
	 * Remembers that Defender itself refused a call, so that it is not asked again. What
	 * a change without a target was about only its body says, so that is not remembered.
	 * @param mark the mark that was taken before it was decided
	 */
	public void learn(Caller caller, Requirement requirement, Targets targets, Reason.RefusedUpstream refusal,
			long mark) {
		if (!requirement.stateChange() || !targets.name().isEmpty()) {
			this.learned.learn(caller.subject(), requirement.operation(), targets, refusal, mark);
		}
	}

	/** Counts that Defender refused what was decided here, if that was a permit. */
	public void differs(Decision decision, Requirement requirement) {
		if (decision instanceof Permit) {
			this.drift.count(requirement.operation());
		}
	}

}
