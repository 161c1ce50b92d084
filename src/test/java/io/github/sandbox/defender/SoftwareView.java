package io.github.sandbox.defender;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

import io.github.sandbox.organisation.Installation;
import io.github.sandbox.organisation.Product;
import io.github.sandbox.organisation.Weakness;
import io.github.sandbox.organisation.WindowsUpdate;

/** How the API shows products and the updates they lack. */
final class SoftwareView {

	static final String SET = "Software";

	static final String MISSING = "MissingKbs";

	private SoftwareView() {
	}

	static Entity of(Product product) {
		List<Weakness> weaknesses = product.weaknesses();
		long exposed = product.installations()
			.stream()
			.filter((installation) -> !installation.weaknesses().isEmpty())
			.count();
		return Entity.builder()
			.with("id", product.id())
			.with("name", product.name())
			.with("vendor", product.vendor())
			.with("weaknesses", weaknesses.size())
			.with("publicExploit", weaknesses.stream().anyMatch((weakness) -> weakness.rating().publicExploit()))
			.with("activeAlert", false)
			.with("exposedMachines", exposed)
			.with("impactScore", exposed / 10.0)
			.build();
	}

	static List<Entity> distributions(Product product) {
		Map<String, Long> counts = product.installations()
			.stream()
			.collect(Collectors.groupingBy(Installation::version, Collectors.counting()));
		return product.versions()
			.stream()
			.map((version) -> Entity.builder()
				.with("version", version)
				.with("installations", counts.getOrDefault(version, 0L))
				.with("vulnerabilities",
						product.weaknesses().stream().filter((weakness) -> weakness.affects(version)).count())
				.build())
			.toList();
	}

	static Entity missing(WindowsUpdate update) {
		return Entity.builder()
			.with("id", update.id())
			.with("name", update.title())
			.with("productsNames", update.products().stream().map(Product::name).toList())
			.with("url", update.url())
			.with("machineMissedOn", update.missingOn().size())
			.with("cveAddressed", update.weaknesses().size())
			.build();
	}

}
