package io.github.defenderbff.policy;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** An Entra directory role that Defender's documentation gives privileges to. */
enum EntraRole {

	GLOBAL_ADMINISTRATOR("Global Administrator", "62e90394-69f5-4237-9190-012177145e10"),
	SECURITY_ADMINISTRATOR("Security Administrator", "194ae4cb-b126-40b2-bd5b-6091b380977d"),
	SECURITY_OPERATOR("Security Operator", "5f2222b1-57c3-48ba-8ad5-d4759f1fde6f"),
	SECURITY_READER("Security Reader", "5d6b6bb7-de71-4623-b4af-96380a352509"),
	GLOBAL_READER("Global Reader", "f2ef992c-3afb-46b9-b7cf-a126ee74c451");

	private final String title;

	private final String templateId;

	EntraRole(String title, String templateId) {
		this.title = title;
		this.templateId = templateId;
	}

	/** The role that Entra calls so, in any case. */
	static Optional<EntraRole> named(String name) {
		return Arrays.stream(values()).filter((role) -> role.title.equalsIgnoreCase(name)).findFirst();
	}

	static List<String> titles() {
		return Arrays.stream(values()).map((role) -> role.title).toList();
	}

	/** Its id in the claim {@code wids}. */
	String templateId() {
		return this.templateId;
	}

	/** A role of the portal that everybody has who has this directory role. */
	Role granting(Set<Privilege> privileges, boolean everyDevice) {
		return new Role(this.title + " (Entra)", privileges, List.of(), List.of(this.templateId), everyDevice);
	}

}
