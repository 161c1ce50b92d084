package io.github.defenderbff.defender.request;

import io.github.defenderbff.defender.entity.Examples;
import io.github.defenderbff.defender.entity.ScanAuthenticationParams;
import io.swagger.v3.oas.annotations.media.Schema;
import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** A scan to set up. Source: add-a-new-scan-definition.md. */
@SuppressWarnings("MultipleNullnessAnnotations") // null until it is validated
@Schema(example = CreateScanRequest.EXAMPLE)
public record CreateScanRequest(@Schema(description = "What to scan", allowableValues = {
		"Windows", "Network" }) @NotBlank(message = "scanType is mandatory: Windows or Network") @Pattern(
				regexp = "Windows|Network", message = "scanType must be Windows or Network") @Nullable String scanType,
		@Schema(description = "Name", example = Examples.SCAN_NAME) @NotBlank(
				message = "scanName is mandatory: it names the scan") @Nullable String scanName,
		@Schema(description = "Whether it runs") @NotNull(
				message = "isActive is mandatory: true or false") @Nullable Boolean isActive,
		@Schema(description = ScanPatch.TARGET, example = Examples.TARGET) @NotBlank(
				message = "target is mandatory: it names what to scan") @Nullable String target,
		@Schema(description = "Hours between runs", example = "24") @NotNull(
				message = "intervalInHours is mandatory: it says how often to scan") @Min(value = 1,
						message = ScanPatch.INTERVAL) @Nullable Integer intervalInHours,
		@Schema(description = ScanPatch.TARGET_TYPE, allowableValues = { "IP Address", "Ip", "Hostname" }) @NotBlank(
				message = "targetType is mandatory: IP Address, Ip or Hostname") @Pattern(
						regexp = ScanPatch.TARGET_FORM, message = ScanPatch.TARGET_FORMS) @Nullable String targetType,
		@Schema(description = "The device that scans") @NotNull(
				message = "scannerAgent is mandatory: it names the device that scans") @Valid @Nullable Scanner scannerAgent,
		@Schema(description = "How to sign in to the targets") @NotNull(
				message = "scanAuthenticationParams is mandatory: it says how to sign in") @Valid @Nullable ScanAuthenticationParams scanAuthenticationParams){

	/** A body as the sandbox takes it. */
	static final String EXAMPLE = "{\"scanType\": \"Windows\", \"scanName\": \"Harbour offices\", "
			+ "\"isActive\": true, \"target\": \"10.3.0.11\", \"intervalInHours\": 8, \"targetType\": \"Ip\", "
			+ "\"scannerAgent\": {\"machineId\": \"" + Examples.MACHINE + "\"}, "
			+ "\"scanAuthenticationParams\": {\"@odata.type\": \"#microsoft.windowsDefenderATP.api.WindowsAuthParams\", \"type\": \"Kerberos\", \"domain\": \"nordhavn\", \"username\": \"gmsa-scan\", \"isGmsaUser\": true}}";

	@AssertTrue(message = "scanAuthenticationParams must be WindowsAuthParams for Windows, SnmpAuthParams for Network")
	boolean isOfOneKind() {
		return this.scanAuthenticationParams == null || this.scanAuthenticationParams.fits(this.scanType);
	}

	/** The device that scans. */
	@Schema(name = "CreateScanScanner")
	public record Scanner(@Schema(description = "The device id", example = MachineId.EXAMPLE) @NotBlank(
			message = "machineId is mandatory: it names the device that scans") @MachineId(
					message = "machineId must be a device id of 40 hexadecimal characters") @Nullable String machineId) {

	}

}
