package io.github.defenderbff.policy;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.policy.Requires.Part;
import io.github.defenderbff.signin.Scope;

/**
 * What one operation asks of a caller.
 *
 * @param operation the operation's id, such as {@code machines.isolate}
 * @param stateChange whether it changes anything in Defender
 * @param anyScope delegated permissions, any of which suffices; empty means application
 * only
 * @param anyApplicationRole application roles, any of which suffices without a person
 * @param anyPrivilege privileges, any of which suffices; empty means none is required
 * @param exposure how it meets device groups
 * @param inferred the parts that are not documented but inferred
 * @param consentElsewhere whether another resource than Defender answers it; consent is
 * asked for with the token for that, and none of the scopes is needed here
 */
public record Requirement(String operation, boolean stateChange, List<Scope> anyScope, Set<String> anyApplicationRole,
		List<Privilege> anyPrivilege, Exposure exposure, Set<Part> inferred, boolean consentElsewhere) {

	public Requirement {
		anyScope = List.copyOf(anyScope);
		anyApplicationRole = Set.copyOf(anyApplicationRole);
		anyPrivilege = List.copyOf(anyPrivilege);
		inferred = Set.copyOf(inferred);
	}

	/** What Defender asks for. */
	public Requirement(String operation, boolean stateChange, List<Scope> anyScope, Set<String> anyApplicationRole,
			List<Privilege> anyPrivilege, Exposure exposure, Set<Part> inferred) {
		this(operation, stateChange, anyScope, anyApplicationRole, anyPrivilege, exposure, inferred, false);
	}

	/** The same where another resource answers. */
	public Requirement consentedElsewhere() {
		return new Requirement(this.operation, this.stateChange, this.anyScope, this.anyApplicationRole,
				this.anyPrivilege, this.exposure, this.inferred, true);
	}

	/** Reads a declaration. */
	public static Requirement of(String operation, boolean stateChange, Requires requires) {
		var scopes = List.of(requires.anyScope());
		var roles = new LinkedHashSet<>(Arrays.asList(requires.anyApplicationRole()));
		if (roles.isEmpty()) {
			scopes.forEach((scope) -> roles.addAll(scope.applicationRoles()));
		}
		return new Requirement(operation, stateChange, scopes, roles, List.of(requires.anyPrivilege()),
				requires.exposure(), Set.of(requires.inferred()));
	}

	/** Whether the documentation says that device groups limit the operation. */
	public boolean deviceGroupScoped() {
		return this.exposure != Exposure.NOT_STATED && !this.inferred.contains(Part.EXPOSURE);
	}

	/** Whether path or body name machines by their ids. */
	boolean namesMachines() {
		return this.exposure == Exposure.MACHINE || this.exposure == Exposure.BODY_MACHINES;
	}

	/**
	 * Whether a single machine, or several named ones, must be in the caller's groups.
	 */
	public boolean namesDevices() {
		return this.exposure != Exposure.NOT_STATED && this.exposure != Exposure.FILTERED;
	}

}
