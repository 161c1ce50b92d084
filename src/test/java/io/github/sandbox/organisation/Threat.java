package io.github.sandbox.organisation;

import java.util.List;

/** The kinds of attack the company's alerts are about. */
public enum Threat {

	RANSOMWARE("Ransomware behaviour blocked", "Ransomware", "High", "T1486"),

	CREDENTIAL_THEFT("Suspicious access to the credential store", "CredentialAccess", "High", "T1003"),

	COMMAND_AND_CONTROL("Connection to a known control server", "CommandAndControl", "Medium", "T1071"),

	PHISHING("Document from a phishing mail was opened", "InitialAccess", "Medium", "T1566"),

	UNWANTED_SOFTWARE("Unwanted software was found", "UnwantedSoftware", "Low", "T1204");

	private final String title;

	private final String category;

	private final String severity;

	private final String technique;

	Threat(String title, String category, String severity, String technique) {
		this.title = title;
		this.category = category;
		this.severity = severity;
		this.technique = technique;
	}

	/** The alert's title. */
	public String title() {
		return this.title;
	}

	/** The alert's category. */
	public String category() {
		return this.category;
	}

	/** The alert's severity. */
	public String severity() {
		return this.severity;
	}

	/** The MITRE techniques. */
	public List<String> techniques() {
		return List.of(this.technique);
	}

	/** What the attack left behind. */
	public Traces traces() {
		return switch (this) {
			case RANSOMWARE -> new Traces("cargo-invoice.exe", "198.51.100.23", "pay.fjordlocker.example");
			case CREDENTIAL_THEFT -> new Traces("memview.exe", "10.3.0.17", "tools.memview.example");
			case COMMAND_AND_CONTROL -> new Traces("updater.exe", "198.51.100.77", "beacon.tidewatch.example");
			case PHISHING -> new Traces("bill-of-lading.docm", "198.51.100.90", "login.nordhavn-mail.example");
			case UNWANTED_SOFTWARE -> new Traces("toolbar-setup.exe", "198.51.100.12", "get.toolbar.example");
		};
	}

	/**
	 * What an attack leaves behind.
	 *
	 * @param fileName the name of the malicious file
	 * @param ipAddress the remote address
	 * @param host the remote host name
	 */
	public record Traces(String fileName, String ipAddress, String host) {

		/** The file's SHA-1. */
		public String sha1() {
			return Digest.hex("SHA-1", this.fileName);
		}

		/** The file's SHA-256. */
		public String sha256() {
			return Digest.hex("SHA-256", this.fileName);
		}

		/** The file's MD5. */
		public String md5() {
			return Digest.hex("MD5", this.fileName);
		}

	}

}
