package io.github.defenderbff.policy;

import java.util.List;

import io.github.defenderbff.policy.Decision.Deny;
import io.github.defenderbff.policy.Reason.ApplicationOnly;
import io.github.defenderbff.policy.Reason.DeviceNotExposed;
import io.github.defenderbff.policy.Reason.NotKnown;
import io.github.defenderbff.policy.Reason.PrivilegeMissing;
import io.github.defenderbff.policy.Reason.ScopeNotConsented;
import io.github.defenderbff.signin.ConsentOffers;
import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Grant;
import org.jspecify.annotations.Nullable;

import org.springframework.stereotype.Component;

/**
 * The rule for people: the least-privileged intersection of all that is known of them.
 */
@Component
final class PersonalRule {

	private final CurrentRoleBook roleBook;

	private final ConsentOffers consent;

	private final RecentSignIn recentSignIn;

	PersonalRule(CurrentRoleBook roleBook, ConsentOffers consent, RecentSignIn recentSignIn) {
		this.roleBook = roleBook;
		this.consent = consent;
		this.recentSignIn = recentSignIn;
	}

	Decision decide(Evidence evidence, Requirement requirement, Targets targets) {
		return decide(this.roleBook.get(), evidence, requirement, targets);
	}

	/** Decides by a role book of the asker's choice. */
	Decision decide(RoleBook book, Evidence evidence, Requirement requirement, Targets targets) {
		if (requirement.anyScope().isEmpty()) {
			return Deny.because(ApplicationOnly.of(requirement));
		}
		var findings = new Findings();
		if (!requirement.consentElsewhere()) {
			checkGrant(evidence.grant(), requirement, findings);
		}
		checkPrivileges(book, evidence, requirement, findings);
		checkSignIn(evidence, requirement, findings);
		if (!findings.denies()) {
			for (var device : targets.evidence().get()) {
				checkExposure(book, evidence, requirement, device, findings);
			}
		}
		return findings.decision();
	}

	/** All that the person may do and see; null where anything of it is not known. */
	@Nullable EffectivePermissions effective(Evidence evidence) {
		return (evidence.grant() instanceof Grant.Known(var scopes, var _))
				? this.roleBook.get().effective(scopes, evidence) : null;
	}

	/** The names of the person's roles, as far as they are known. */
	List<String> rolesOf(Evidence evidence) {
		return this.roleBook.get().rolesOf(evidence);
	}

	private void checkGrant(Grant grant, Requirement requirement, Findings findings) {
		switch (grant) {
			case Grant.Unknown _ -> findings.unknown(NotKnown.grant());
			case Grant.Known known -> {
				for (var scope : requirement.anyScope()) {
					if (known.covers(scope)) {
						return;
					}
				}
				findings.denial(ScopeNotConsented.of(requirement, this.consent, known.asOf()));
			}
		}
	}

	private static void checkPrivileges(RoleBook book, Evidence evidence, Requirement requirement, Findings findings) {
		if (requirement.anyPrivilege().isEmpty()) {
			return;
		}
		switch (book.grants(evidence, requirement.anyPrivilege())) {
			case Answer.Yes _ -> {
			}
			case Answer.No _ -> findings.denial(PrivilegeMissing.of(requirement, book, evidence));
			case Answer.Unknown(var why) -> findings.unknown(NotKnown.privileges(why));
		}
	}

	private void checkSignIn(Evidence evidence, Requirement requirement, Findings findings) {
		var missing = this.recentSignIn.missing(requirement.operation(), evidence.authenticatedAt());
		if (missing != null) {
			findings.denial(missing);
		}
	}

	/**
	 * What Defender shows to the person's own token may be read. To change it, the role
	 * book must know of the exposure too.
	 */
	private static void checkExposure(RoleBook book, Evidence evidence, Requirement requirement, DeviceEvidence device,
			Findings findings) {
		switch (device) {
			case DeviceEvidence.Hidden(var id, var asOf) -> findings.denial(new DeviceNotExposed(id, null, asOf));
			case DeviceEvidence.Unknown(var _, var why) -> findings.unknown(NotKnown.exposure(why));
			case DeviceEvidence.Shown _ when !requirement.stateChange() -> {
			}
			case DeviceEvidence.Shown(var id, var group, var asOf) -> {
				switch (book.exposes(evidence, group)) {
					case Answer.Yes _ -> {
					}
					case Answer.No _ -> findings.denial(DeviceNotExposed.in(id, group, asOf));
					case Answer.Unknown(var why) -> findings.unknown(NotKnown.exposure(why));
				}
			}
		}
	}

}
