package io.github.defenderbff.defender.entity;

import java.time.OffsetDateTime;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/** A certificate on a device. Source: export-certificate-inventory-assessment.md. */
public record CertificateAssessment(
		@Schema(description = Columns.DEVICE, example = Examples.MACHINE) @Nullable String deviceId,
		@Schema(description = Columns.DEVICE_NAME, example = Examples.MACHINE_NAME) @Nullable String deviceName,
		@Schema(description = "The certificate", example = Examples.THUMBPRINT) @Nullable String thumbprint,
		@Schema(description = "Where it is stored", example = "LocalMachine\\TrustedPeople") @Nullable String path,
		@Schema(description = "Algorithms of hash and signature",
				example = "sha256RSA") @Nullable String signatureAlgorithm,
		@Schema(description = "Length of the key in bits", example = "2048") @Nullable Integer keyLength,
		@Schema(description = "End of validity; year 1 where it is unknown") @Nullable OffsetDateTime notAfter,
		@Schema(description = "Start of validity; year 1 where it is unknown") @Nullable OffsetDateTime notBefore,
		@Schema(description = "Whether it is of an authority (CA) or of an end entity",
				example = "CA") @Nullable String subjectType,
		@Schema(description = "Serial number") @Nullable String serialNumber,
		@Schema(description = "Who it is issued to") @Nullable Map<String, Object> subjectObject,
		@Schema(description = "Who issued it") @Nullable Map<String, Object> issuerObject,
		@Schema(description = "What the key may be used for",
				example = "[\"Digital Signature\"]") @Nullable List<String> keyUsageArray,
		@Schema(description = "More of what the key may be used for",
				example = "[\"Server Authentication\"]") @Nullable List<String> extendedKeyUsageArray,
		@Schema(description = "Whether it is signed with its own key") @Nullable Boolean isSelfSigned,
		@Schema(description = Columns.GROUP_ID, example = Examples.GROUP_ID) @Nullable Integer rbacGroupId,
		@Schema(description = Columns.GROUP, example = Examples.DEVICE_GROUP) @Nullable String rbacGroupName) {

	public CertificateAssessment {
		subjectObject = (subjectObject != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(subjectObject))
				: null;
		issuerObject = (issuerObject != null) ? Collections.unmodifiableMap(new LinkedHashMap<>(issuerObject)) : null;
		keyUsageArray = (keyUsageArray != null) ? keyUsageArray.stream().toList() : null;
		extendedKeyUsageArray = (extendedKeyUsageArray != null) ? extendedKeyUsageArray.stream().toList() : null;
	}

}
