package io.github.sandbox.organisation;

import java.util.Optional;

/**
 * A script in the live response library.
 *
 * @param fileName the name
 * @param description what it does
 * @param parameters what its parameters mean, if it takes any
 */
public record LibraryFile(String fileName, String description, Optional<String> parameters) {

	/** The SHA-256 of its content. */
	public String sha256() {
		return Digest.hex("SHA-256", this.fileName);
	}

}
