package io.github.sandbox.defender;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

import io.github.sandbox.organisation.Account;
import io.github.sandbox.organisation.Threat;

/**
 * How the API shows the traces of an attack: flat rows whose unused properties are null.
 */
final class EvidenceView {

	private static final List<String> PROPERTIES = List.of("entityType", "evidenceCreationTime", "sha1", "sha256",
			"fileName", "filePath", "processId", "processCommandLine", "processCreationTime", "parentProcessId",
			"parentProcessCreationTime", "parentProcessFileName", "parentProcessFilePath", "ipAddress", "url",
			"registryKey", "registryHive", "registryValueType", "registryValue", "accountName", "domainName", "userSid",
			"aadUserId", "userPrincipalName", "detectionStatus");

	private static final String FOLDER = "C:\\Users\\Public\\Downloads";

	private EvidenceView() {
	}

	static Entity file(Threat.Traces traces, Instant created) {
		return row("File", created).with("sha1", traces.sha1())
			.with("sha256", traces.sha256())
			.with("fileName", traces.fileName())
			.with("filePath", FOLDER)
			.with("detectionStatus", "Detected");
	}

	static Entity process(Threat.Traces traces, Instant created) {
		return file(traces, created).with("entityType", "Process")
			.with("processId", 4711)
			.with("processCommandLine", FOLDER + "\\" + traces.fileName() + " /quiet")
			.with("processCreationTime", created.minus(Duration.ofMinutes(3)))
			.with("parentProcessId", 812)
			.with("parentProcessFileName", "explorer.exe");
	}

	static Entity network(Threat.Traces traces, Instant created) {
		return row("Url", created).with("ipAddress", traces.ipAddress())
			.with("url", "https://%s/a".formatted(traces.host()));
	}

	static Entity user(Account account, Instant created) {
		return row("User", created).with("accountName", account.name())
			.with("domainName", Account.DOMAIN)
			.with("userSid", account.sid())
			.with("userPrincipalName", account.userPrincipalName());
	}

	/** The file an alert is about, as a resource of its own. */
	static Entity fileProfile(Threat.Traces traces, Instant now) {
		return Entity.builder()
			.with("sha1", traces.sha1())
			.with("sha256", traces.sha256())
			.with("md5", traces.md5())
			.with("globalPrevalence", 12)
			.with("globalFirstObserved", now.minus(Duration.ofDays(90)))
			.with("globalLastObserved", now.minus(Duration.ofHours(1)))
			.with("size", 183_296)
			.with("fileType", "PortableExecutable")
			.with("isPeFile", true)
			.with("filePublisher", null)
			.with("fileProductName", null)
			.with("signer", null)
			.with("issuer", null)
			.with("signerHash", null)
			.with("isValidCertificate", false)
			.with("determinationType", "Malware")
			.with("determinationValue", traces.fileName())
			.build();
	}

	private static Entity row(String type, Instant created) {
		Entity.Builder row = Entity.builder();
		PROPERTIES.forEach((name) -> row.with(name, null));
		return row.with("entityType", type).with("evidenceCreationTime", created).build();
	}

}
