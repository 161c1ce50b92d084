package io.github.defenderbff.policy;

import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

import static io.github.defenderbff.policy.EntraRole.GLOBAL_ADMINISTRATOR;
import static io.github.defenderbff.policy.EntraRole.GLOBAL_READER;
import static io.github.defenderbff.policy.EntraRole.SECURITY_ADMINISTRATOR;
import static io.github.defenderbff.policy.EntraRole.SECURITY_OPERATOR;
import static io.github.defenderbff.policy.EntraRole.SECURITY_READER;

/**
 * How a tenant's Defender decides who may do what, on which depends what Entra directory
 * roles are worth there. Nothing in a token tells which model is in force.
 */
enum PermissionModel {

	/** Nobody has turned on roles in the portal. Device groups do not count. */
	BASIC {
		@Override
		List<Role> roles() {
			return List.of(GLOBAL_ADMINISTRATOR.granting(ALL, true), SECURITY_ADMINISTRATOR.granting(ALL, true),
					SECURITY_READER.granting(READ, true));
		}
	},

	/** Roles of Defender for Endpoint. Administrators hold the built-in one. */
	CLASSIC {
		@Override
		List<Role> roles() {
			return List.of(GLOBAL_ADMINISTRATOR.granting(ALL, true), SECURITY_ADMINISTRATOR.granting(ALL, true));
		}
	},

	/**
	 * Unified RBAC of Defender XDR. That administrators see every device there too is
	 * inferred.
	 */
	UNIFIED {
		@Override
		List<Role> roles() {
			return List.of(GLOBAL_ADMINISTRATOR.granting(ALL, true), SECURITY_ADMINISTRATOR.granting(ALL, true),
					SECURITY_OPERATOR.granting(OPERATE, false), SECURITY_READER.granting(READ, false),
					GLOBAL_READER.granting(READ, false));
		}
	};

	private static final Set<Privilege> ALL = EnumSet.allOf(Privilege.class);

	private static final Set<Privilege> READ = EnumSet.of(Privilege.VIEW_DATA,
			Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT);

	private static final Set<Privilege> OPERATE = EnumSet.of(Privilege.VIEW_DATA,
			Privilege.VIEW_DATA_VULNERABILITY_MANAGEMENT, Privilege.ALERTS_INVESTIGATION, Privilege.ACTIVE_REMEDIATION,
			Privilege.EXCEPTION_HANDLING, Privilege.REMEDIATION_HANDLING, Privilege.MANAGE_SECURITY_SETTINGS,
			Privilege.LIVE_RESPONSE_BASIC, Privilege.LIVE_RESPONSE_ADVANCED);

	/** The roles that follow from Entra directory roles. */
	abstract List<Role> roles();

	/** The model of this name, in any case. */
	static Optional<PermissionModel> named(String name) {
		return Stream.of(values()).filter((model) -> model.written().equalsIgnoreCase(name)).findFirst();
	}

	static List<String> names() {
		return Stream.of(values()).map(PermissionModel::written).toList();
	}

	private String written() {
		return name().toLowerCase(Locale.ROOT);
	}

}
