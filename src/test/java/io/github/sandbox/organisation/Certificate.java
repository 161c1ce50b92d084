package io.github.sandbox.organisation;

import java.time.Instant;
import java.util.List;

/**
 * A certificate in the store of a device.
 *
 * @param owner who it was issued to
 * @param issuer who signed it
 * @param keyLength the length of the key in bits
 * @param notAfter when it expires
 */
public record Certificate(String owner, String issuer, int keyLength, Instant notAfter) {

	private static final String ROOT = "Nordhavn Root";

	private static final Certificate AUTHORITY = new Certificate(ROOT, ROOT, 4096,
			Instant.parse("2035-01-01T00:00:00Z"));

	/**
	 * The certificates on a device: the company's own authority and one of the device.
	 */
	public static List<Certificate> on(Machine machine) {
		return List.of(AUTHORITY,
				new Certificate(machine.computerDnsName(), ROOT, 2048, Instant.parse("2027-01-01T00:00:00Z")));
	}

	/** Whether it signed itself, as authorities do. */
	public boolean selfSigned() {
		return this.owner.equals(this.issuer);
	}

	/** The thumbprint, 40 hex characters. */
	public String thumbprint() {
		return Digest.hex("SHA-1", "certificate " + this.owner);
	}

	/** The serial number. */
	public String serialNumber() {
		return thumbprint().substring(0, 16);
	}

}
