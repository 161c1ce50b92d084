package io.github.defenderbff.policy;

import java.time.Instant;
import java.util.Collection;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.github.defenderbff.signin.Scope;
import io.github.defenderbff.signin.SignInPaths;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** Why a caller may not use an operation, or what is not known, as data. */
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
	 * @param consentUrl where the person can consent to the first of them
	 */
	record ScopeNotConsented(List<String> anyOf, String consentUrl) implements Reason {

		static ScopeNotConsented of(List<Scope> scopes) {
			return new ScopeNotConsented(scopes.stream().map(Scope::value).toList(),
					SignInPaths.consentTo(scopes.getFirst()));
		}

		@Override
		public String detail() {
			return "The app has no consent to " + oneOf(this.anyOf) + " for you.";
		}

		@Override
		public String nextStep() {
			return "Consent at consent_url; an administrator may have to do it for you.";
		}

	}

	/**
	 * None of the person's roles grants a sufficient privilege.
	 *
	 * @param anyOf the privileges, any of which suffices
	 * @param grantedBy the roles that would grant one
	 * @param inferred whether the privilege is inferred rather than documented
	 */
	record PrivilegeMissing(List<Privilege> anyOf, List<String> grantedBy, boolean inferred) implements Reason {

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
	 * The documentation names no delegated permission for the operation.
	 *
	 * @param anyApplicationRole what an application without a person would need
	 */
	record ApplicationOnly(List<String> anyApplicationRole) implements Reason {

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
	 * Defender refused, although nothing known here spoke against it.
	 *
	 * @param code Defender's error code; null when it gave none
	 */
	record RefusedUpstream(@Nullable String code) implements Reason {

		@Override
		public String detail() {
			return "Defender itself refused the call.";
		}

		@Override
		public String nextStep() {
			return "Ask an administrator to compare your roles in Defender with the role book of this service.";
		}

	}

	/**
	 * A part of the decision is not known.
	 *
	 * @param part the part: grant, privileges or exposure
	 * @param why the cause
	 */
	record NotKnown(String part, String why) implements Reason {

		@Override
		public String detail() {
			return "Your " + this.part + " cannot be told: " + this.why + ".";
		}

		@Override
		public String nextStep() {
			return "Reading is possible and Defender decides; changes need the " + this.part + " to be known.";
		}

	}

	private static String oneOf(Collection<String> names) {
		return (names.size() == 1) ? names.iterator().next() : "any of " + String.join(", ", names);
	}

	private static List<String> names(List<Privilege> privileges) {
		return privileges.stream().map(Privilege::classicName).map((name) -> "\"" + name + "\"").toList();
	}

}
