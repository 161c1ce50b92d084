package io.github.sandbox.organisation;

import java.util.List;

/**
 * An extension of the company's browser; each is on every second device with the browser.
 *
 * @param id the id in the shop
 * @param name the name
 * @param version the version
 * @param permissions what it may do
 */
public record BrowserExtension(String id, String name, String version, List<Permission> permissions) {

	static final List<BrowserExtension> ALL = List.of(
			new BrowserExtension("tidetableaaaaaaaaaaaaaaaaaaaaaaa", "Tide Table", "2.1.0", List.of(Permission.TABS)),
			new BrowserExtension("cargofinderbbbbbbbbbbbbbbbbbbbbb", "Cargo Finder", "0.9.4",
					List.of(Permission.TABS, Permission.AUDIO)));

	public BrowserExtension {
		permissions = List.copyOf(permissions);
	}

	/** The extensions on a device. */
	public static List<BrowserExtension> on(Machine machine) {
		return machine.platform().windows() ? List.of(ALL.get(machine.number() % ALL.size())) : List.of();
	}

	/** The highest risk of its permissions. */
	public String risk() {
		return this.permissions.getLast().risk();
	}

	/** Something an extension may do. */
	public enum Permission {

		TABS("tabs", "See open tabs", "Reads the address and the title of every tab.", "Low"),

		AUDIO("audioCapture", "Record sound", "Listens through the microphone.", "High");

		private final String key;

		private final String title;

		private final String description;

		private final String risk;

		Permission(String key, String title, String description, String risk) {
			this.key = key;
			this.title = title;
			this.description = description;
			this.risk = risk;
		}

		/** The key, as extensions name it. */
		public String key() {
			return this.key;
		}

		/** The name for people. */
		public String title() {
			return this.title;
		}

		/** What it means. */
		public String description() {
			return this.description;
		}

		/** How much harm it can do. */
		public String risk() {
			return this.risk;
		}

	}

}
