package io.github.defenderbff.policy;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import io.github.defenderbff.policy.Requires.Exposure;
import io.github.defenderbff.signin.Scope;

/** Operations as the rule meets them. */
final class TestRequirements {

	/** A change of one machine. */
	static final Requirement ISOLATE = requirement("machines.isolate", true, List.of(Scope.MACHINE_ISOLATE),
			List.of(Privilege.ACTIVE_REMEDIATION));

	/** A read that any of two scopes and any of two privileges suffice for. */
	static final Requirement READ = requirement("machines.get", false,
			List.of(Scope.MACHINE_READ, Scope.MACHINE_READ_WRITE),
			List.of(Privilege.VIEW_DATA, Privilege.ALERTS_INVESTIGATION));

	/** A read for which no privilege is documented. */
	static final Requirement READ_WITHOUT_PRIVILEGE = requirement("machines.list", false, List.of(Scope.MACHINE_READ),
			List.of());

	/** An operation without any delegated permission. */
	static final Requirement APPLICATION_ONLY = new Requirement("machines.export", false, List.of(),
			Set.of("Machine.Read.All", "Machine.ReadWrite.All"), List.of(), Exposure.NOT_STATED, Set.of());

	private TestRequirements() {
	}

	static Requirement requirement(String operation, boolean stateChange, List<Scope> anyScope,
			List<Privilege> anyPrivilege) {
		return new Requirement(operation, stateChange, anyScope,
				anyScope.stream().map(Scope::applicationRoles).flatMap(List::stream).collect(Collectors.toSet()),
				anyPrivilege, Exposure.MACHINE, Set.of());
	}

}
