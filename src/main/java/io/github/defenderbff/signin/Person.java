package io.github.defenderbff.signin;

import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Somebody who signed in.
 *
 * @param tenantId the Entra tenant ({@code tid}), or the issuer where a provider has no
 * tenants
 * @param objectId the stable id within the tenant ({@code oid}, else {@code sub}); never
 * an e-mail address or a user principal name, which can change hands
 * @param name for display only
 * @param username for display only
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
public record Person(String tenantId, String objectId, String name, String username) {

	/** The person as a subject. */
	public Subject subject() {
		return new Subject(Subject.Kind.PERSON, this.tenantId, this.objectId);
	}

}
