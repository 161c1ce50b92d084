package io.github.defenderbff.signin;

import java.util.Locale;

/**
 * Whom a call is made for: what partitions, budgets and audit entries are kept by. People
 * and applications never share one.
 *
 * @param kind whether it is a person or an application
 * @param tenantId the tenant
 * @param id the person's object id, or the application's client id
 */
public record Subject(Kind kind, String tenantId, String id) {

	/** What a subject is. */
	public enum Kind {

		/** Somebody who signed in. */
		PERSON,

		/** A daemon with an application token of its own. */
		APPLICATION;

		/** The kind as the audit spells it. */
		public String word() {
			return name().toLowerCase(Locale.ROOT);
		}

	}

}
