package io.github.sandbox.defender;

import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

import io.github.sandbox.organisation.Privilege;

/**
 * Decides as Defender does: the token's permissions, then the person's roles, then the
 * device's group.
 */
final class AccessCheck {

	/** Text that only Defender should ever see. */
	static final String INTERNAL = "wdatpprd-weu-fe-04.internal.example/RbacEvaluator";

	private AccessCheck() {
	}

	static void permit(Caller caller, Access access) {
		Caller.Grant grant = caller.grant();
		Set<String> required = grant.application() ? access.roles() : access.scopes();
		if (required.stream().noneMatch(grant.names()::contains)) {
			throw Refusal.forbidden("Missing application roles. API required roles: %s, application roles: %s. (%s)"
				.formatted(sorted(required), sorted(grant.names()), INTERNAL));
		}
		requirePrivilege(caller, access.privileges());
	}

	static void requirePrivilege(Caller caller, Set<Privilege> privileges) {
		if (!caller.holdsAnyOf(privileges)) {
			throw Refusal.forbidden("User %s lacks the role permission %s. (%s)".formatted(caller.name(),
					privileges.iterator().next().wording(), INTERNAL));
		}
	}

	/**
	 * The object if the caller's device groups include it: reads hide it, state changes
	 * say so.
	 */
	static Entity exposed(Call call, Optional<Entity> found) {
		Entity entity = found.orElseThrow(() -> Refusal.notFound("The resource was not found."));
		if (call.caller().sees(entity)) {
			return entity;
		}
		throw call.reads() ? Refusal.notFound("The resource was not found.")
				: Refusal.forbidden("User %s is not exposed to device group '%s'. (%s)".formatted(call.caller().name(),
						entity.text("rbacGroupName"), INTERNAL));
	}

	private static String sorted(Set<String> names) {
		return String.join(", ", new TreeSet<>(names));
	}

}
