package io.github.defenderbff.policy;

import java.util.List;
import java.util.function.Supplier;

import io.github.defenderbff.audit.Audit;
import io.github.defenderbff.audit.Deed;
import io.github.defenderbff.audit.Outcome;
import io.github.defenderbff.policy.Reason.NotKnown;
import io.github.defenderbff.policy.Reason.PrivilegeMissing;
import io.github.defenderbff.problem.Failure;
import io.github.defenderbff.signin.Caller;

import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;

/**
 * The people whose Defender roles let them manage roles and device groups in the portal:
 * they may see here what these would mean for others.
 */
@Component
public final class Administrators {

	private static final List<Privilege> MANAGE = List.of(Privilege.MANAGE_SYSTEM_SETTINGS);

	private final CurrentRoleBook roleBook;

	private final Audit audit;

	Administrators(CurrentRoleBook roleBook, Audit audit) {
		this.roleBook = roleBook;
		this.audit = audit;
	}

	/**
	 * Lets administrators look, and nobody whose roles are not known.
	 * @param operation what they want
	 * @throws Refused if the caller is none
	 */
	public void require(String operation) {
		var deed = new Deed(Caller.current().subject(), operation, null, List.of());
		var decision = decide(deed);
		this.audit.read(deed, decision.answer().word(), decision.reasons());
	}

	/**
	 * Lets administrators change something here, which is written down before.
	 * @param operation what they want
	 * @param target to whom
	 * @param change what changes it
	 * @throws Refused if the caller is none
	 */
	<T> T change(String operation, String target, Supplier<T> change) {
		var deed = new Deed(Caller.current().subject(), operation, null, List.of(target));
		var decision = decide(deed);
		this.audit.intent(deed, decision.answer().word(), decision.reasons());
		try {
			var result = change.get();
			this.audit.outcome(deed, new Outcome.Made(HttpStatus.OK.value(), null));
			return result;
		}
		catch (Failure failure) {
			this.audit.outcome(deed, new Outcome.Uncertain(failure.type().slug()));
			throw failure;
		}
	}

	private Decision decide(Deed deed) {
		var decision = findings(Caller.current()).decision();
		if (decision instanceof Decision.Deny deny) {
			this.audit.refusal(deed, decision.answer().word(), decision.reasons());
			throw Refused.denied(deed.operation(), deny);
		}
		return decision;
	}

	private Findings findings(Caller caller) {
		if (!(caller instanceof Caller.Delegated(var _, var evidence, var _))) {
			throw new IllegalStateException("Applications do not get here");
		}
		var findings = new Findings();
		var book = this.roleBook.get();
		switch (book.grants(evidence, MANAGE)) {
			case Answer.Yes _ -> {
			}
			case Answer.No _ -> findings.denial(PrivilegeMissing.of(MANAGE, false, book, evidence));
			case Answer.Unknown(var why) -> findings.denial(NotKnown.privileges(why));
		}
		return findings;
	}

}
