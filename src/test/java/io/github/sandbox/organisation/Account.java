package io.github.sandbox.organisation;

/**
 * An account of the company's Windows domain.
 *
 * @param name the bare account name
 * @param relativeId the last part of the security identifier
 */
public record Account(String name, int relativeId) {

	/** The domain every account belongs to. */
	public static final String DOMAIN = "nordhavn";

	/** The security identifier. */
	public String sid() {
		return "S-1-5-21-1004336348-1177238915-682003330-" + this.relativeId;
	}

	/** The sign-in name. */
	public String userPrincipalName() {
		return this.name + "@nordhavn.example";
	}

	/** The id Defender uses for accounts, {@code domain\name}. */
	public String qualifiedName() {
		return DOMAIN + "\\" + this.name;
	}

}
