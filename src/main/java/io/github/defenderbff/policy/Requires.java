package io.github.defenderbff.policy;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import io.github.defenderbff.signin.Scope;

/**
 * What an operation asks of a caller: all of its parts, and any one value within a part.
 */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Requires {

	/** Delegated permissions; none means that people cannot call the operation at all. */
	Scope[] anyScope() default {};

	/**
	 * Application roles for callers without a person; none means the counterparts of
	 * {@link #anyScope()}.
	 */
	String[] anyApplicationRole() default {};

	/**
	 * Privileges of the person; none means that no privilege is documented or inferred.
	 */
	Privilege[] anyPrivilege() default {};

	/** How the operation meets device groups. */
	Exposure exposure() default Exposure.NOT_STATED;

	/** The parts that are inferred, because the documentation is silent or drifted. */
	Part[] inferred() default {};

	/** A part of a requirement. */
	enum Part {

		/** The delegated permissions. */
		SCOPE,

		/** The application roles. */
		APPLICATION_ROLE,

		/** The privileges. */
		PRIVILEGE,

		/** The device groups. */
		EXPOSURE

	}

	/** How an operation meets device groups; the id is the first path variable. */
	enum Exposure {

		/** The documentation names no device group, which is not to say there is none. */
		NOT_STATED,

		/** Defender leaves out what the person is not exposed to. */
		FILTERED,

		/** The path names a machine. */
		MACHINE,

		/** The path names an alert, which belongs to a machine. */
		ALERT,

		/** The path names a machine action, which belongs to a machine. */
		MACHINE_ACTION,

		/** The body names machines. */
		BODY_MACHINES,

		/** The body names alerts. */
		BODY_ALERTS

	}

}
