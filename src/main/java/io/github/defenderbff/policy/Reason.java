package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Set;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.signin.ConsentOffers;
import io.github.defenderbff.signin.Evidence;
import io.github.defenderbff.signin.Groups;
import io.github.defenderbff.signin.Scope;
import io.github.defenderbff.signin.SignInPaths;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/**
 * Why a caller may not use an operation, or what is not known, as data: the fact, its
 * evidence and how old that is, and what would help.
 */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
@JsonInclude(JsonInclude.Include.NON_NULL)
public sealed interface Reason {

	/**
	 * The kind of reason, such as {@code ScopeNotConsented}; frontends may switch on it.
	 */
	@JsonProperty
	default String type() {
		return getClass().getSimpleName();
	}

	/** The fact, in a sentence for a person. */
	@JsonProperty
	String detail();

	/** What would help, in a sentence for a person. */
	@JsonProperty
	String nextStep();

	/**
	 * None of the sufficient scopes is in force.
	 *
	 * @param anyOf the scopes, any of which suffices
	 * @param asOf when the identity provider stated what is in force
	 * @param consentUrl where the person can consent to the first of them; null where
	 * only an administrator can
	 * @param adminConsentUrl where an administrator can consent to it for everybody; null
	 * where the provider is not known to have a page for that
	 */
	record ScopeNotConsented(List<String> anyOf, Instant asOf, @Nullable String consentUrl,
			@Nullable String adminConsentUrl) implements Reason {

		static ScopeNotConsented of(Requirement requirement, ConsentOffers consent, Instant asOf) {
			var scopes = requirement.anyScope();
			var offer = consent.to(scopes.getFirst());
			return new ScopeNotConsented(scopes.stream().map(Scope::value).toList(), asOf, offer.consentUrl(),
					offer.adminConsentUrl());
		}

		@Override
		public String detail() {
			return "The app has no consent to " + oneOf(this.anyOf) + " for you.";
		}

		@Override
		public String nextStep() {
			var administrator = (this.adminConsentUrl != null) ? "at admin_consent_url" : "at the identity provider";
			return (this.consentUrl != null)
					? "Consent at consent_url; where that needs an administrator, one consents " + administrator + "."
					: "Ask an administrator to consent " + administrator + ".";
		}

	}

	/**
	 * None of the person's roles grants a sufficient privilege.
	 *
	 * @param anyOf the privileges, any of which suffices
	 * @param roles the roles the person has
	 * @param grantedBy the roles that would grant one
	 * @param inferred whether the privilege is inferred rather than documented
	 * @param asOf when the identity provider stated the person's groups; null where it
	 * did not
	 */
	record PrivilegeMissing(List<Privilege> anyOf, List<String> roles, List<String> grantedBy, boolean inferred,
			@Nullable Instant asOf) implements Reason {

		static PrivilegeMissing of(Requirement requirement, RoleBook book, Evidence evidence) {
			return of(requirement.anyPrivilege(), requirement.inferred().contains(Requires.Part.PRIVILEGE), book,
					evidence);
		}

		static PrivilegeMissing of(List<Privilege> anyOf, boolean inferred, RoleBook book, Evidence evidence) {
			return new PrivilegeMissing(anyOf, book.rolesOf(evidence), book.rolesGranting(anyOf), inferred,
					(evidence.groups() instanceof Groups.Known(var _, var asOf)) ? asOf : null);
		}

		@Override
		public String detail() {
			return "None of your roles grants " + oneOf(names(this.anyOf)) + ".";
		}

		@Override
		public String nextStep() {
			return this.grantedBy.isEmpty() ? "No role grants it; ask an administrator."
					: "Ask an administrator for a role that does: " + String.join(", ", this.grantedBy) + ".";
		}

	}

	/**
	 * The device is not in a group the person is exposed to, as far as the person may
	 * know.
	 *
	 * @param device the device as the caller named it
	 * @param deviceGroup its group; null when Defender does not show the device
	 * @param asOf how old the evidence is
	 */
	record DeviceNotExposed(String device, @Nullable String deviceGroup, Instant asOf) implements Reason {

		static DeviceNotExposed in(String device, @Nullable String deviceGroup, Instant asOf) {
			return new DeviceNotExposed(device, Objects.requireNonNullElse(deviceGroup, DeviceGroup.UNGROUPED), asOf);
		}

		@Override
		public String detail() {
			return (this.deviceGroup != null)
					? "The device is in the group \"" + this.deviceGroup + "\", to which you are not exposed."
					: "Defender does not show you this device: there is none, or its group is not exposed to you.";
		}

		@Override
		public String nextStep() {
			return "Ask an administrator to expose the device's group to one of your Entra groups.";
		}

	}

	/**
	 * The operation demands a more recent sign-in.
	 *
	 * @param maximumAge how old the sign-in may be, in seconds
	 * @param authenticatedAt when the person last proved who they are; null where the
	 * identity provider did not say
	 * @param loginUrl where the person proves it again
	 */
	record StepUpRequired(long maximumAge, @Nullable Instant authenticatedAt, String loginUrl) implements Reason {

		StepUpRequired(long maximumAge, @Nullable Instant authenticatedAt) {
			this(maximumAge, authenticatedAt, SignInPaths.STEP_UP);
		}

		@Override
		public String detail() {
			return "This demands a sign-in of the last " + this.maximumAge + " seconds.";
		}

		@Override
		public String nextStep() {
			return (this.authenticatedAt != null) ? "Sign in again at login_url, and then confirm the action once more."
					: "Sign in again at login_url; if that does not help, the ID token lacks the claim auth_time.";
		}

	}

	/**
	 * The documentation names no delegated permission for the operation.
	 *
	 * @param anyApplicationRole what an application without a person would need
	 */
	record ApplicationOnly(List<String> anyApplicationRole) implements Reason {

		static ApplicationOnly of(Requirement requirement) {
			return new ApplicationOnly(requirement.anyApplicationRole().stream().sorted().toList());
		}

		@Override
		public String detail() {
			return "Defender offers this to applications only, not on behalf of a person.";
		}

		@Override
		public String nextStep() {
			return "Nothing a person can do; an application needs " + oneOf(this.anyApplicationRole) + ".";
		}

	}

	/**
	 * The application's token has none of the sufficient roles.
	 *
	 * @param anyOf the application roles, any of which suffices
	 * @param roles those it has
	 */
	record ApplicationRoleMissing(List<String> anyOf, List<String> roles) implements Reason {

		static ApplicationRoleMissing of(Requirement requirement, Set<String> roles) {
			return new ApplicationRoleMissing(requirement.anyApplicationRole().stream().sorted().toList(),
					roles.stream().sorted().toList());
		}

		@Override
		public String detail() {
			return "The application's token does not have " + oneOf(this.anyOf) + ".";
		}

		@Override
		public String nextStep() {
			return "Ask an administrator to assign the application role to the application.";
		}

	}

	/**
	 * The operator lets only some people write queries of their own.
	 *
	 * @param anyOf the roles whose people may, any of which suffices
	 * @param roles the roles the person has
	 * @param savedQueries the ids of the queries that everybody may run
	 */
	record QueryNotSaved(List<String> anyOf, List<String> roles, List<String> savedQueries) implements Reason {

		@Override
		public String detail() {
			return "You may run saved queries only, and this is none of them, word for word.";
		}

		@Override
		public String nextStep() {
			return "Run a query of /api/hunting/queries as it is, or ask an administrator for a role that may write its "
					+ "own: " + String.join(", ", this.anyOf) + ".";
		}

	}

	/**
	 * Defender refused, although nothing known here spoke against it.
	 *
	 * @param code Defender's error code; null when it gave none
	 * @param asOf when it refused
	 */
	record RefusedUpstream(@Nullable String code, Instant asOf) implements Reason {

		@Override
		public String detail() {
			return "Defender itself refused the call.";
		}

		@Override
		public String nextStep() {
			return "Ask an administrator to compare your roles in Defender with the role book of this service; for an "
					+ "application, this service's own application permissions with its roles.";
		}

	}

	/**
	 * A part of the decision is not known.
	 *
	 * @param part the part: grant, privileges or exposure
	 * @param why the cause
	 * @param nextStep what would help
	 */
	record NotKnown(String part, String why, String nextStep) implements Reason {

		static NotKnown grant() {
			return new NotKnown("grant", "the identity provider did not state the consented scopes",
					"Sign in again; if that does not help, the provider's token response lacks its scope.");
		}

		static NotKnown privileges(String why) {
			return new NotKnown("privileges", why,
					"Reading is possible and Defender decides; changes need your privileges to be known.");
		}

		static NotKnown exposure(String why) {
			return new NotKnown("exposure", why,
					"Reading is possible and Defender decides; changes need the device's group to be known.");
		}

		@Override
		public String detail() {
			return "Your " + this.part + " cannot be told: " + this.why + ".";
		}

	}

	private static String oneOf(Collection<String> names) {
		return (names.size() == 1) ? names.iterator().next() : "any of " + String.join(", ", names);
	}

	private static List<String> names(List<Privilege> privileges) {
		return privileges.stream().map(Privilege::classicName).map((name) -> "\"" + name + "\"").toList();
	}

}
