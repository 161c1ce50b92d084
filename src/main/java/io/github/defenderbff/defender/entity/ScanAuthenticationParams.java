package io.github.defenderbff.defender.entity;

import com.fasterxml.jackson.annotation.JsonAlias;
import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a scan signs in to its targets, which may hold credentials. Source:
 * add-a-new-scan-definition.md.
 */
public record ScanAuthenticationParams(
		@Schema(description = "Whether the rest is about SNMP, for network scans, or about Windows", allowableValues = {
				"#microsoft.windowsDefenderATP.api.SnmpAuthParams",
				"#microsoft.windowsDefenderATP.api.WindowsAuthParams" }) @JsonProperty("@odata.type") @NotBlank(
						message = "@odata.type is mandatory: it says whether SNMP or Windows follows") @Pattern(
								regexp = ScanAuthenticationParams.KIND,
								message = "@odata.type must be #microsoft.windowsDefenderATP.api.SnmpAuthParams or #microsoft.windowsDefenderATP.api.WindowsAuthParams") @Nullable String odataType,
		@Schema(description = "How to sign in; the first four for SNMP, the last two for Windows",
				allowableValues = { "CommunityString", "NoAuthNoPriv", "AuthNoPriv", "AuthPriv", "Kerberos",
						"Negotiate" }) @NotBlank(message = "type is mandatory: it says how to sign in") @Pattern(
								regexp = ScanAuthenticationParams.SNMP + "|" + ScanAuthenticationParams.WINDOWS,
								message = "type must be CommunityString, NoAuthNoPriv, AuthNoPriv, AuthPriv, Kerberos or Negotiate") @Nullable String type,
		@Schema(description = "Key vault that holds user name and password, instead of those here",
				example = "https://vault.nordhavn.example/") @Nullable String keyVaultUrl,
		@Schema(description = "Name of the secret in that vault",
				example = "harbour-scan") @Nullable String keyVaultSecretName,
		@Schema(description = "Domain of the account; for Windows", example = "nordhavn") @Nullable String domain,
		@Schema(description = "Account; not for CommunityString", example = "svc-scan$") @Nullable String username,
		@Schema(description = "Whether it is a group managed service account; for Windows it must be") @JsonAlias("IsGMSAUser") @Nullable Boolean isGmsaUser,
		@Schema(description = "SNMP community, a secret; for CommunityString") @Nullable String communityString,
		@Schema(description = "How SNMP proves who asks; for AuthNoPriv and AuthPriv",
				allowableValues = { "MD5", "SHA1" }) @Pattern(regexp = "MD5|SHA1",
						message = "authProtocol must be MD5 or SHA1") @Nullable String authProtocol,
		@Schema(description = "Password of that, a secret") @Nullable String authPassword,
		@Schema(description = "How SNMP encrypts; for AuthPriv", allowableValues = { "DES", "3DES", "AES" }) @Pattern(
				regexp = "DES|3DES|AES",
				message = "privProtocol must be DES, 3DES or AES") @Nullable String privProtocol,
		@Schema(description = "Password of that, a secret") @Nullable String privPassword){

	private static final String WINDOWS_TYPE = "#microsoft.windowsDefenderATP.api.WindowsAuthParams";

	/** What the rest can be about. */
	static final String KIND = "#microsoft\\.windowsDefenderATP\\.api\\.(Snmp|Windows)AuthParams";

	/** How SNMP signs in. */
	static final String SNMP = "CommunityString|NoAuthNoPriv|AuthNoPriv|AuthPriv";

	/** How Windows signs in. */
	static final String WINDOWS = "Kerberos|Negotiate";

	@AssertTrue(message = "type must be Kerberos or Negotiate for WindowsAuthParams, and another for SnmpAuthParams")
	boolean isOfOneKind() {
		return this.odataType == null || this.type == null || isWindows() == this.type.matches(WINDOWS);
	}

	@AssertTrue(message = "isGmsaUser must be true for WindowsAuthParams")
	boolean isManagedAccountOnWindows() {
		return !isWindows() || Boolean.TRUE.equals(this.isGmsaUser);
	}

	private boolean isWindows() {
		return WINDOWS_TYPE.equals(this.odataType);
	}

	/** Whether scans of this type sign in so; what is missing is told elsewhere. */
	public boolean fits(@Nullable String scanType) {
		return this.odataType == null || scanType == null || isWindows() == "Windows".equals(scanType);
	}

	@Override
	public String toString() {
		return "ScanAuthenticationParams[masked]";
	}

}
