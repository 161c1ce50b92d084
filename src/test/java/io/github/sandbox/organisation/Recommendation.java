package io.github.sandbox.organisation;

import java.util.List;
import java.util.Optional;

/** A piece of advice about a product or a setting. */
public sealed interface Recommendation {

	/** The id, which tells products from settings. */
	String id();

	/** What to do. */
	String title();

	/** The product concerned; a setting has none. */
	Optional<Product> product();

	/** What it changes. */
	Change change();

	/** The devices with the product or for the setting. */
	List<Machine> applicable();

	/** Of those, the devices that need it. */
	List<Machine> exposed();

	/** The weaknesses it takes away. */
	List<Weakness> weaknesses();

	/** Advice to update a product. */
	record Update(Product updated) implements Recommendation {

		@Override
		public String id() {
			return "va-_-" + this.updated.id();
		}

		@Override
		public String title() {
			return "Update %s %s to version %s".formatted(this.updated.vendor(), this.updated.name(),
					this.updated.latest());
		}

		@Override
		public Optional<Product> product() {
			return Optional.of(this.updated);
		}

		@Override
		public Change change() {
			String category = this.updated.vendor().equals("microsoft") ? "OS" : "Application";
			return new Change(this.updated.vendor(), this.updated.name(), this.updated.latest(), category, "Update", 0);
		}

		@Override
		public List<Machine> applicable() {
			return this.updated.installations().stream().map(Installation::machine).toList();
		}

		@Override
		public List<Machine> exposed() {
			return this.updated.installations()
				.stream()
				.filter((installation) -> !installation.weaknesses().isEmpty())
				.map(Installation::machine)
				.toList();
		}

		@Override
		public List<Weakness> weaknesses() {
			return this.updated.weaknesses();
		}

	}

	/** Advice to change a setting. */
	record Harden(SecuritySetting setting) implements Recommendation {

		@Override
		public String id() {
			return "sca-_-" + this.setting.id();
		}

		@Override
		public String title() {
			return this.setting.title();
		}

		@Override
		public Optional<Product> product() {
			return Optional.empty();
		}

		@Override
		public Change change() {
			return new Change("microsoft", "defender", "", this.setting.category(), "ConfigurationChange",
					this.setting.impact());
		}

		@Override
		public List<Machine> applicable() {
			return Machines.ALL.stream().filter(this.setting::appliesTo).toList();
		}

		@Override
		public List<Machine> exposed() {
			return applicable().stream().filter((machine) -> !this.setting.setOn(machine)).toList();
		}

		@Override
		public List<Weakness> weaknesses() {
			return List.of();
		}

	}

	/**
	 * What a piece of advice changes.
	 *
	 * @param vendor the publisher of the product
	 * @param product the product, or what the setting belongs to
	 * @param version the version to have, perhaps empty
	 * @param category the category
	 * @param type Update or ConfigurationChange
	 * @param impact what a setting is worth, from 1 to 10; 0 for a product
	 */
	record Change(String vendor, String product, String version, String category, String type, double impact) {

	}

}
