package io.github.sandbox.defender;

import java.util.Set;

import io.github.sandbox.organisation.Privilege;

/**
 * The response actions: their name, who may order them, where they run and what a repeat
 * does.
 */
enum ActionKind {

	COLLECT("CollectInvestigationPackage", Privilege.ALERTS_INVESTIGATION, false, Repeat.REFUSED),

	ISOLATE("Isolate", Privilege.ACTIVE_REMEDIATION, false, Repeat.PENDING_ONE),

	UNISOLATE("Unisolate", Privilege.ACTIVE_REMEDIATION, false, Repeat.PENDING_ONE),

	RESTRICT("RestrictCodeExecution", Privilege.ACTIVE_REMEDIATION, true, Repeat.PENDING_ONE),

	UNRESTRICT("UnrestrictCodeExecution", Privilege.ACTIVE_REMEDIATION, true, Repeat.PENDING_ONE),

	SCAN("RunAntiVirusScan", Privilege.ACTIVE_REMEDIATION, true, Repeat.PENDING_ONE),

	OFFBOARD("Offboard", Privilege.MANAGE_SECURITY_SETTINGS, true, Repeat.PENDING_ONE),

	QUARANTINE("StopAndQuarantineFile", Privilege.ACTIVE_REMEDIATION, true, Repeat.ALLOWED),

	LIVE_RESPONSE("LiveResponse", Privilege.LIVE_RESPONSE_BASIC, false, Repeat.REFUSED);

	private final String type;

	private final Privilege privilege;

	private final boolean windowsOnly;

	private final Repeat repeat;

	ActionKind(String type, Privilege privilege, boolean windowsOnly, Repeat repeat) {
		this.type = type;
		this.privilege = privilege;
		this.windowsOnly = windowsOnly;
		this.repeat = repeat;
	}

	String type() {
		return this.type;
	}

	/** Any one of these lets a person order or cancel the action. */
	Set<Privilege> privileges() {
		return (this == LIVE_RESPONSE) ? Set.of(Privilege.LIVE_RESPONSE_BASIC, Privilege.LIVE_RESPONSE_ADVANCED)
				: Set.of(this.privilege);
	}

	Repeat repeat() {
		return this.repeat;
	}

	void requireSupportOf(Entity machine) {
		if (this.windowsOnly && !machine.text("osPlatform").startsWith("Windows")) {
			throw Refusal.badRequest("OsPlatformNotSupported",
					"%s is not supported on %s.".formatted(this.type, machine.text("osPlatform")));
		}
	}

	Refusal refusedRepeat() {
		String code = (this == LIVE_RESPONSE) ? "ActiveRequestAlreadyExists" : "BadRequest";
		return Refusal.badRequest(code, "%s is already in progress on this device.".formatted(this.type));
	}

	/**
	 * What happens when the action is ordered while one of its kind is running on the
	 * device.
	 */
	enum Repeat {

		PENDING_ONE, REFUSED, ALLOWED

	}

}
